import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Audience, ServiceState } from "../../gql/graphql";
import { date, dateTime, languageName, list } from "../../lib/format";
import { orderStates } from "../../lib/words";

const serviceStates: Record<ServiceState, MessageDescriptor> = {
  NOT_STARTED: msg`Not started`,
  DRAFT: msg`Started`,
  READY_FOR_REVIEW: msg`Ready for review`,
  DEFERRED: msg`Set aside for later`,
  PROVISIONING: msg`Provisioning`,
  PROVISIONED: msg`Provisioned`,
  FAILED: msg`Cannot provision`,
};

const audiences: Record<Audience, MessageDescriptor> = {
  CUSTOMER: msg`A customer`,
  OWN_COMPANY: msg`The contact’s own company`,
};

const truths: Record<string, MessageDescriptor> = { true: msg`Yes`, false: msg`No` };

const wordOf = (words: Record<string, MessageDescriptor>) => (value: string) => {
  const word = words[value];
  return word ? i18n._(word) : value;
};

/** What the API calls a time zone. */
type ZoneName = (zone: string) => string;
type Field = { name: MessageDescriptor; read?: (value: string, zoneName: ZoneName) => string };

/** What the timeline tells of: each field's name and how its values are read; texts stand as they are. */
const fields: Record<string, Field> = {
  status: { name: msg`Status`, read: wordOf(orderStates) },
  state: { name: msg`Service`, read: wordOf(serviceStates) },
  audience: { name: msg`Who it’s for`, read: wordOf(audiences) },
  partnerOrganization: { name: msg`Partner organization` },
  customerOrganization: { name: msg`Customer organization` },
  provisioningContactEmail: { name: msg`Provisioning contact` },
  requestedStartDate: { name: msg`Requested start date`, read: (value) => date(value) },
  deadline: { name: msg`Deadline`, read: (value) => dateTime(value) },
  customerSetsUpServices: { name: msg`Customer sets up the services`, read: wordOf(truths) },
  delegate: { name: msg`Asked to set it up` },
  sites: { name: msg`Webex sites` },
  timeZones: { name: msg`Time zones`, read: (value, zoneName) => list(value.split(", ").map(zoneName)) },
  earlyRelease: { name: msg`Early release schedule` },
  allocations: { name: msg`Licenses` },
  name: { name: msg`Location name` },
  timeZone: { name: msg`Time zone`, read: (value, zoneName) => zoneName(value) },
  preferredLanguage: { name: msg`Preferred language`, read: languageName },
  announcementLanguage: { name: msg`Announcement language`, read: languageName },
  address: { name: msg`Address` },
};

/** What a changed field is called. */
export function fieldName(field: string): string {
  const known = fields[field];
  return known ? i18n._(known.name) : field;
}

/** Are the values of a field time zones, which the API names? */
export function isZone(field: string): boolean {
  return field === "timeZone" || field === "timeZones";
}

/** A value of a changed field as people read it; a dash for none. */
export function fieldValue(field: string, value: string | null, zoneName: ZoneName): string {
  if (!value) return "–";
  return fields[field]?.read?.(value, zoneName) ?? value;
}
