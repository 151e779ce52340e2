import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  type OrderPageFragment,
  PageCancelOrderDocument,
  PageChangeProvisioningContactDocument,
  PageDelegateOrderDocument,
  PageDisputeMappingDocument,
  PageHandOverToCustomerDocument,
  PageReopenOrderDocument,
  PageRequestFullAdministratorDocument,
  PageRescheduleOrderDocument,
  PageResendSetupEmailDocument,
  PageResolveDisputeDocument,
  PageTakeBackOrderDocument,
  PageTakeBackServiceSetupDocument,
  PageUndoMappingDocument,
  type TypedDocumentString,
} from "../../gql/graphql";
import type { Problem } from "../../lib/problem";

/** What an act on the whole order asks of the person before it is carried out. */
type Question = "email" | "customerAdminEmail" | "reason" | "requestedStartDate" | "uphold";

export type ActInput = {
  orderId: string;
  expectedVersion?: number;
  email?: string;
  customerAdminEmail?: string;
  reason?: string;
  requestedStartDate?: string;
  uphold?: boolean;
};

type ActData = Record<string, { order: OrderPageFragment | null; userErrors: Problem[] }>;
export type ActDocument = TypedDocumentString<ActData, { input: ActInput }>;

export type OrderAct = {
  document: ActDocument;
  /** The verb, on the button that asks and on the one that does. */
  verb: MessageDescriptor;
  /** What it does, in the list of acts. */
  about: MessageDescriptor;
  title: MessageDescriptor;
  /** What follows, in the dialog. */
  text: MessageDescriptor;
  done: MessageDescriptor;
  asks: Question[];
  danger?: boolean;
};

// Each document takes the fields of its `asks`; the one type here spares a dialog per act.
const document = (typed: unknown) => typed as ActDocument;

export const acts = {
  delegateOrder: {
    document: document(PageDelegateOrderDocument),
    verb: msg`Hand over`,
    about: msg`Someone else completes this order.`,
    title: msg`Who will complete this order?`,
    text: msg`We email that person a new link. You can take the order back until they first sign in.`,
    done: msg`Handed over`,
    asks: ["email"],
  },
  changeProvisioningContact: {
    document: document(PageChangeProvisioningContactDocument),
    verb: msg`Change contact`,
    about: msg`Another person becomes the provisioning contact.`,
    title: msg`Change the provisioning contact?`,
    text: msg`The new contact gets the welcome email. Links of the former contact stop working; drafts stay.`,
    done: msg`Contact changed`,
    asks: ["email"],
  },
  resendSetupEmail: {
    document: document(PageResendSetupEmailDocument),
    verb: msg`Resend`,
    about: msg`The welcome email goes to the contact again, with a new link.`,
    title: msg`Resend the welcome email?`,
    text: msg`It contains a new link. Earlier links of the contact stop working.`,
    done: msg`The email is on its way`,
    asks: [],
  },
  undoMapping: {
    document: document(PageUndoMappingDocument),
    verb: msg`Undo mapping`,
    about: msg`The organizations are chosen again.`,
    title: msg`Undo this mapping?`,
    text: msg`You choose the organizations again. Your drafts for the services stay.`,
    done: msg`Mapping undone`,
    asks: [],
    danger: true,
  },
  handOverToCustomer: {
    document: document(PageHandOverToCustomerDocument),
    verb: msg`Let the customer set up`,
    about: msg`The customer sets up their own services. You keep your access.`,
    title: msg`Let the customer set up their own services?`,
    text: msg`The administrators of the customer get an email with a link. You do not lose access and can take this back at any time.`,
    done: msg`The customer was told`,
    asks: ["customerAdminEmail"],
  },
  takeBackServiceSetup: {
    document: document(PageTakeBackServiceSetupDocument),
    verb: msg`Take back`,
    about: msg`You set up the services again.`,
    title: msg`Take service setup back?`,
    text: msg`The customer is no longer asked to set up the services. What they saved stays.`,
    done: msg`Taken back`,
    asks: [],
  },
  takeBackOrder: {
    document: document(PageTakeBackOrderDocument),
    verb: msg`Take back`,
    about: msg`You complete the order yourself.`,
    title: msg`Take this order back?`,
    text: msg`The link of the other person stops working, and you go on where you stopped.`,
    done: msg`Taken back`,
    asks: [],
  },
  requestFullAdministrator: {
    document: document(PageRequestFullAdministratorDocument),
    verb: msg`Ask for privileges`,
    about: msg`Ask the customer for full administrator privileges.`,
    title: msg`Ask for full administrator privileges?`,
    text: msg`The customer’s administrators get an email to approve or deny. The request expires after 14 days.`,
    done: msg`Request sent`,
    asks: [],
  },
  disputeMapping: {
    document: document(PageDisputeMappingDocument),
    verb: msg`This wasn’t us`,
    about: msg`The subscription was mapped to your organization without your knowledge.`,
    title: msg`Dispute this mapping?`,
    text: msg`Service setup stops at once, and support decides whether the mapping is undone.`,
    done: msg`Support was told`,
    asks: ["reason"],
    danger: true,
  },
  resolveDispute: {
    document: document(PageResolveDisputeDocument),
    verb: msg`Decide`,
    about: msg`Decide the dispute about this mapping.`,
    title: msg`Is the dispute right?`,
    text: msg`If it is, the mapping is undone. If not, service setup goes on.`,
    done: msg`Dispute decided`,
    asks: ["uphold", "reason"],
  },
  rescheduleOrder: {
    document: document(PageRescheduleOrderDocument),
    verb: msg`Change start date`,
    about: msg`The welcome email is sent on another day.`,
    title: msg`When does this order start?`,
    text: msg`The contact gets the welcome email on that day.`,
    done: msg`Start date changed`,
    asks: ["requestedStartDate"],
  },
  reopenOrder: {
    document: document(PageReopenOrderDocument),
    verb: msg`Reopen`,
    about: msg`The order goes on where it stopped, with a new deadline.`,
    title: msg`Reopen this order?`,
    text: msg`The contact can go on where the order stopped. The deadline begins anew today.`,
    done: msg`Reopened`,
    asks: [],
  },
  cancelOrder: {
    document: document(PageCancelOrderDocument),
    verb: msg`Cancel order`,
    about: msg`The order ends for good. Held site names become free.`,
    title: msg`Cancel this order?`,
    text: msg`This is final. Held site names become free.`,
    done: msg`Order cancelled`,
    asks: ["reason"],
    danger: true,
  },
} satisfies Record<string, OrderAct>;

export type ActName = keyof typeof acts;

/** The act of this name, if there is one that this person may do now: a mail's link leads to its question. */
export function actIn(
  order: Pick<OrderPageFragment, "allowedMutations">,
  name: string | null,
): ActName | null {
  return name !== null && name in acts && may(order, name as ActName) ? (name as ActName) : null;
}

/** May this person do it now? */
export function may(order: Pick<OrderPageFragment, "allowedMutations">, name: ActName): boolean {
  return order.allowedMutations.includes(name);
}
