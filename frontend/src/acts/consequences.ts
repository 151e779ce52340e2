import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { list } from "../lib/format";
import type { WizardOrder } from "../lib/order";

/** What a person hears before they confirm an act. */
export type Consequences = {
  /** What happens, and what stays as it is. */
  follows: MessageDescriptor;
  /** Who hears of it, and how. */
  told: MessageDescriptor;
  /** What can't be undone, or until when it can. */
  undo: MessageDescriptor;
};

export type OrderFacts = Pick<
  WizardOrder,
  | "status"
  | "provisioningContactEmail"
  | "seller"
  | "partnerOrganization"
  | "customerOrganization"
  | "needsCustomerAdminEmail"
>;

const nobody = msg`Nobody gets an email.`;
const final = msg`This is final.`;
const hasSalesperson = (order: OrderFacts) => order.seller.contactEmail !== null;
/** A partner's customer that was there before the order, with administrators of its own. */
const hasOldCustomer = (order: OrderFacts) =>
  order.partnerOrganization !== null && order.customerOrganization !== null && !order.needsCustomerAdminEmail;

/** Every act on an order that is confirmed, with what it brings: the only place that says so, for dialogs and pages alike. */
export const consequences = {
  delegateOrder: (order: OrderFacts) => ({
    follows: msg`That person completes the order. Everything you saved is kept; your own link stops working.`,
    told: hasSalesperson(order)
      ? msg`They get an email with a link. You and the salesperson get a note.`
      : msg`They get an email with a link, and you get a note.`,
    undo: msg`You can take the order back until they first sign in.`,
  }),
  changeProvisioningContact: (order: OrderFacts) => ({
    follows: msg`The new contact completes the order; drafts are kept. Links of the former contact stop working.`,
    told:
      order.status === "SCHEDULED"
        ? msg`The new contact gets the welcome email on the start date. Nobody gets an email before.`
        : hasSalesperson(order)
          ? msg`The new contact gets the welcome email. The former contact and the salesperson get a note.`
          : msg`The new contact gets the welcome email, and the former contact a note.`,
    undo: msg`Until the order is mapped, you can change the contact again.`,
  }),
  resendSetupEmail: () => ({
    follows: msg`The email contains a new link.`,
    told: msg`Only the contact gets it.`,
    undo: msg`Earlier links of the contact stop working for good.`,
  }),
  chooseAudience: (order: OrderFacts) => {
    const names = list(namesOf(order));
    return {
      follows: msg`You then choose again in place of ${names}. An organization that you created for this order is deleted.`,
      told: nobody,
      undo: msg`You can change your answer again; the choice does not come back.`,
    };
  },
  confirmOrganizations: (order: OrderFacts, isHandedOver: boolean) => ({
    follows: order.partnerOrganization
      ? msg`Next assigns the order to these organizations.`
      : msg`Next assigns the order to this organization.`,
    told: toldOfMapping(order, isHandedOver),
    undo: msg`You can undo this until you click Close for the first service.`,
  }),
  undoMapping: (order: OrderFacts) => ({
    follows: msg`The organizations are chosen again. What was entered for the services is kept.`,
    told: hasOldCustomer(order)
      ? msg`The customer’s administrators are told, and their links stop working.`
      : nobody,
    undo: msg`The order can be mapped again afterwards.`,
  }),
  handOverToCustomer: (order: OrderFacts) => ({
    follows: msg`The customer sets up the services. You do not lose access to the customer’s organization and can work on the services too.`,
    told: order.needsCustomerAdminEmail
      ? msg`The person you name gets an email with a link and becomes a full administrator of the new organization.`
      : msg`The customer’s administrators get an email with a link.`,
    undo: msg`You can take service setup back at any time.`,
  }),
  takeBackServiceSetup: () => ({
    follows: msg`You set up the services again. The customer’s administrators keep their access, and everything they saved is kept.`,
    told: msg`They get an email saying that they don’t need to do anything.`,
    undo: msg`You can hand service setup over again.`,
  }),
  takeBackOrder: (order: OrderFacts) => ({
    follows: msg`You continue where you left off. The other person’s link stops working.`,
    told: hasSalesperson(order)
      ? msg`They and the salesperson get a note. You get an email with a new link.`
      : msg`They get a note. You get an email with a new link.`,
    undo: msg`You can hand the order over again.`,
  }),
  delegateService: ({ service }: { service: string }) => ({
    follows: msg`This person can set up and submit ${service}, and sees nothing else of the order. Everybody else can still work on it.`,
    told: msg`They get an email with a link.`,
    undo: msg`You can take ${service} back at any time.`,
  }),
  takeBackService: ({ service, who }: { service: string; who: string }) => ({
    follows: msg`${who} no longer sees ${service}. Everything they saved is kept.`,
    told: msg`They get an email saying that they don’t need to do anything.`,
    undo: msg`You can ask them again.`,
  }),
  setUpLater: () => ({
    follows: msg`Set up later: the service is not provisioned, and the order stays open.`,
    told: nobody,
    undo: msg`Everything you entered is kept; you can continue at any time.`,
  }),
  submitService: ({ provisioningContactEmail: email }: OrderFacts, facts: Submitted) => {
    const { service, included } = facts;
    return {
      follows:
        facts.isFirst && included
          ? msg`This also starts ${included}, which is included.`
          : msg`The setup of ${service} runs on its own; you can leave the page.`,
      told: msg`${email} gets an email when the whole order is ready, or if something fails.`,
      undo: facts.isFirst
        ? msg`You can’t stop the setup of ${service} once it runs. The mapping can no longer be undone, and the order can no longer be cancelled.`
        : msg`You can’t stop the setup of ${service} once it runs.`,
    };
  },
  retryService: ({ provisioningContactEmail: email }: OrderFacts) => ({
    follows: msg`Try again continues with the step that failed; what is ready stays as it is.`,
    told: msg`${email} gets an email when the whole order is ready, or if it fails again.`,
    undo: msg`You can’t stop the setup once it runs.`,
  }),
  requestFullAdministrator: () => ({
    follows: msg`The customer’s administrators approve or deny the request. It expires after 14 days.`,
    told: msg`They get an email with a link, and you get one with their answer.`,
    undo: msg`You can’t withdraw the request.`,
  }),
  approveRequest: ({ who, organization }: Request) => ({
    follows: msg`${who} can then change everything in ${organization}, including users and other administrators.`,
    told: msg`${who} gets an email with your answer.`,
    undo: msg`You can’t undo this here.`,
  }),
  denyRequest: ({ who, organization }: Request) => ({
    follows: msg`${who} gets no more rights in ${organization} than before.`,
    told: msg`${who} gets an email with your answer.`,
    undo: msg`You can’t change your answer, but ${who} can ask again.`,
  }),
  answerRequest: () => ({
    follows: msg`Approve gives these privileges at once; Deny changes nothing.`,
    told: msg`The person who asked gets your answer by email.`,
    undo: msg`You can’t change your answer here afterwards.`,
  }),
  disputeMapping: (order: OrderFacts) => ({
    follows: msg`Service setup stops at once, until support has decided whether the mapping is undone.`,
    told: toldOfDispute(hasSalesperson(order)),
    undo: msg`You can’t undo this yourself.`,
  }),
  disputeByLink: () => ({
    follows: msg`“This wasn’t us” stops service setup at once, until support has decided whether the mapping is undone.`,
    told: toldOfDispute(true),
    undo: msg`You can’t undo this yourself.`,
  }),
  resolveDispute: (order: OrderFacts) => ({
    follows:
      order.status === "MAPPED"
        ? msg`If it is justified, the mapping is undone. If not, service setup continues.`
        : msg`If it is justified, service setup ends for good and the partner loses access. If not, service setup continues.`,
    told: msg`The contact and the person who objected get an email with your reason.`,
    undo: final,
  }),
  rescheduleOrder: () => ({
    follows: msg`The contact gets the welcome email on that day; if you choose today, right away.`,
    told: msg`Nobody is told about the change.`,
    undo: msg`You can change the date again until the email is sent.`,
  }),
  reopenOrder: () => ({
    follows: msg`The order continues where it stopped, with a new deadline that starts today.`,
    told: msg`The contact gets an email with a new link.`,
    undo: msg`You can’t undo this, but you can cancel the order.`,
  }),
  cancelOrder: (order: OrderFacts) => ({
    follows: msg`The order ends, reserved site names become available, and all links stop working.`,
    told:
      order.status === "SCHEDULED"
        ? nobody
        : order.status === "MAPPED" && hasOldCustomer(order)
          ? msg`The contact gets an email with your reason. The customer’s administrators are told that the mapping was undone.`
          : msg`The contact gets an email with your reason.`,
    undo: final,
  }),
} satisfies Record<string, (...facts: never[]) => Consequences>;

type Submitted = {
  service: string;
  /** Names of the services that start with the first one; empty if there are none. */
  included: string;
  isFirst: boolean;
};
type Request = { who: string; organization: string };

function namesOf({ partnerOrganization, customerOrganization }: OrderFacts): string[] {
  return [partnerOrganization, customerOrganization].flatMap((found) => (found ? [found.displayName] : []));
}

function toldOfMapping(order: OrderFacts, isHandedOver: boolean): MessageDescriptor {
  const name = order.customerOrganization?.displayName ?? "";
  if (!order.partnerOrganization) return msg`Nobody gets an email. Nothing is provisioned yet.`;
  if (hasOldCustomer(order)) {
    return msg`Next emails the administrators of ${name} that this subscription was added. They can object; setup then stops until support has decided. Nothing is provisioned yet.`;
  }
  return isHandedOver
    ? msg`Next emails the administrator that you name. Nothing is provisioned yet.`
    : msg`We create ${name}. Nobody gets an email, and nothing is provisioned yet.`;
}

function toldOfDispute(hasSalesperson: boolean): MessageDescriptor {
  return hasSalesperson
    ? msg`Support, the partner’s contact and the salesperson are told and see your reason.`
    : msg`Support and the partner’s contact are told and see your reason.`;
}
