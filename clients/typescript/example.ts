/**
 * An order from its placing to COMPLETED, by two programs: a seller's and a partner's. `node example.ts NUMBER`
 *
 * CONTROL_HUB (such as http://127.0.0.1:8000), SELLER_TOKEN, PARTNER_TOKEN, PARTNER (the id of the partner's
 * organization) and PARTNER_DOMAIN (one of its domains) say where and as whom.
 */

import { setTimeout } from "node:timers/promises";
import { ControlHub } from "./client.ts";
import {
  CheckOrderDocument,
  ChooseAudienceDocument,
  ChooseOrganizationDocument,
  ConfirmOrganizationsDocument,
  CreateOrganizationDocument,
  GetOrderDocument,
  PlaceOrderDocument,
  type PlaceOrderInput,
  SaveCallingLocationDocument,
  SaveMeetingSitesDocument,
  SearchOrganizationsDocument,
  type ServiceKind,
  SubmitServiceDocument,
  WhatIsDueDocument,
} from "./generated/graphql.ts";

function setting(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

/** The order of a payload; throws if something was refused. */
function accepted<Order>(payload: { order: Order | null; userErrors: { code: string; message: string }[] }): Order {
  if (!payload.order || payload.userErrors.length > 0) {
    throw new Error(payload.userErrors.map((error) => `${error.code}: ${error.message}`).join("\n"));
  }
  return payload.order;
}

async function place(seller: ControlHub, orderNumber: string): Promise<string> {
  const input: PlaceOrderInput = {
    orderNumber,
    offer: "Webex Suite",
    companyName: "Brandt Logistik",
    country: "DE",
    termMonths: 36,
    provisioningContactEmail: `lena.vogt@${setting("PARTNER_DOMAIN")}`,
    requestedStartDate: new Date().toISOString().slice(0, 10),
    sellerName: "Cloud Sales",
    sellerEmail: "orders@seller.example",
    partnerOrganizationExternalId: setting("PARTNER"),
    licenses: [
      { name: "Webex Meetings", service: "MEETINGS", scope: "PER_SITE", totalUnits: 100 },
      { name: "Webex Calling", service: "CALLING", scope: "ORGANIZATION_WIDE", totalUnits: 80 },
    ],
  };
  const { checkOrder } = await seller.send(CheckOrderDocument, { input });
  for (const finding of checkOrder.findings) {
    console.log(`${finding.severity}: ${finding.message}`);
  }
  return accepted((await seller.send(PlaceOrderDocument, { input })).placeOrder).id;
}

async function setUp(partner: ControlHub, orderId: string, siteName: string): Promise<void> {
  accepted((await partner.send(ChooseAudienceDocument, { input: { orderId, audience: "CUSTOMER" } })).chooseAudience);
  const domain = setting("PARTNER_DOMAIN");
  const found = await partner.send(SearchOrganizationsDocument, { id: orderId, slot: "PARTNER", domain });
  const own = found.searchOrganizations.edges[0]?.node.organization;
  if (!own) {
    throw new Error(`No organization has ${domain}`);
  }
  const chosen = { orderId, slot: "PARTNER", organizationId: own.id } as const;
  accepted((await partner.send(ChooseOrganizationDocument, { input: chosen })).chooseOrganization);
  const customer = { companyName: "Brandt Logistik", businessVertical: "OTHER", country: "DE" };
  const created = { orderId, slot: "CUSTOMER", ...customer } as const;
  accepted((await partner.send(CreateOrganizationDocument, { input: created })).createOrganization);
  const confirmed = await partner.send(ConfirmOrganizationsDocument, { input: { orderId } });
  const { services } = accepted(confirmed.confirmOrganizations);
  const idOf = (kind: ServiceKind): string => services.find((service) => service.kind === kind)?.id ?? "";
  const sites = [{ siteName, timeZone: "Europe/Berlin", earlyRelease: false }];
  const saved = await partner.send(SaveMeetingSitesDocument, { input: { serviceId: idOf("MEETINGS"), sites } });
  accepted(saved.saveMeetingSites);
  const location = {
    serviceId: idOf("CALLING"),
    name: "Headquarters",
    timeZone: "Europe/Berlin",
    preferredLanguage: "de_DE",
    announcementLanguage: "de_DE",
    address: { address1: "Hauptstr. 1", city: "Berlin", postalCode: "10115", country: "DE" },
  };
  accepted((await partner.send(SaveCallingLocationDocument, { input: location })).saveCallingLocation);
  for (const kind of ["MEETINGS", "CALLING"] as const) {
    accepted((await partner.send(SubmitServiceDocument, { input: { serviceId: idOf(kind) } })).submitService);
  }
}

/** Ask every second; a webhook or a subscription (by the package graphql-ws) tells without asking. */
async function finished(partner: ControlHub, id: string): Promise<string> {
  for (;;) {
    const { order } = await partner.send(GetOrderDocument, { id });
    if (order?.status === "COMPLETED") {
      return `${order.status} ${order.summaryUrl}`;
    }
    if (order?.services.some((service) => service.state === "FAILED")) {
      throw new Error("A service failed");
    }
    await setTimeout(1000);
  }
}

const orderNumber = process.argv[2] ?? "";
const seller = new ControlHub(setting("CONTROL_HUB"), setting("SELLER_TOKEN"));
const partner = new ControlHub(setting("CONTROL_HUB"), setting("PARTNER_TOKEN"));
const id = await place(seller, orderNumber);
const { order } = await partner.send(WhatIsDueDocument, { id });
console.log("Due:", ...(order?.requirements.currentlyDue ?? []).map((due) => due.message));
await setUp(partner, id, `brandt-${orderNumber.toLowerCase()}`);
console.log(await finished(partner, id));
