import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { type Consequences, consequences } from "../../acts/consequences";
import {
  CancelOrderDocument,
  ChangeProvisioningContactDocument,
  DelegateOrderDocument,
  DisputeMappingDocument,
  ReopenOrderDocument,
  RequestFullAdministratorDocument,
  RescheduleOrderDocument,
  ResendSetupEmailDocument,
  ResolveDisputeDocument,
  TakeBackOrderDocument,
  TakeBackServiceSetupDocument,
  type TypedDocumentString,
  UndoMappingDocument,
} from "../../gql/graphql";
import type { WizardOrder } from "../../lib/order";
import type { Problem } from "../../lib/problem";
import type { Order } from "./order";

/** What an act on the whole order asks of the person before it is carried out. */
type Question = "email" | "reason" | "requestedStartDate" | "uphold";

export type ActInput = {
  orderId: string;
  expectedVersion?: number;
  email?: string;
  reason?: string;
  requestedStartDate?: string;
  uphold?: boolean;
};

type ActData = Record<string, { order: WizardOrder | null; userErrors: Problem[] }>;
export type ActDocument = TypedDocumentString<ActData, { input: ActInput }>;

export type OrderAct = {
  /** What the dialog says before. */
  says: (order: Order) => Consequences;
  /** null: it has a form of its own. */
  document: ActDocument | null;
  /** The verb, on the button that asks and on the one that does. */
  verb: MessageDescriptor;
  /** What it does, in the list of acts. */
  about: MessageDescriptor;
  title: MessageDescriptor;
  done: MessageDescriptor;
  asks: Question[];
  danger?: boolean;
};

// Each document takes the fields of its `asks`; the one type here spares a dialog per act.
const document = (typed: unknown) => typed as ActDocument;

export const acts = {
  delegateOrder: {
    says: consequences.delegateOrder,
    document: document(DelegateOrderDocument),
    verb: msg`Hand over`,
    about: msg`Someone else completes this order.`,
    title: msg`Who will complete this order?`,
    done: msg`Handed over`,
    asks: ["email"],
  },
  changeProvisioningContact: {
    says: consequences.changeProvisioningContact,
    document: document(ChangeProvisioningContactDocument),
    verb: msg`Change contact`,
    about: msg`Another person becomes the provisioning contact.`,
    title: msg`Change the provisioning contact?`,
    done: msg`Contact changed`,
    asks: ["email"],
  },
  resendSetupEmail: {
    says: consequences.resendSetupEmail,
    document: document(ResendSetupEmailDocument),
    verb: msg`Resend`,
    about: msg`The welcome email goes to the contact again, with a new link.`,
    title: msg`Resend the welcome email?`,
    done: msg`The email is on its way`,
    asks: [],
  },
  undoMapping: {
    says: consequences.undoMapping,
    document: document(UndoMappingDocument),
    verb: msg`Undo mapping`,
    about: msg`The organizations are chosen again.`,
    title: msg`Undo this mapping?`,
    done: msg`Mapping undone`,
    asks: [],
    danger: true,
  },
  handOverToCustomer: {
    says: consequences.handOverToCustomer,
    document: null,
    verb: msg`Let the customer set up`,
    about: msg`The customer sets up their own services. You keep your access.`,
    title: msg`Let the customer set up their own services?`,
    done: msg`Handed over to your customer`,
    asks: [],
  },
  takeBackServiceSetup: {
    says: consequences.takeBackServiceSetup,
    document: document(TakeBackServiceSetupDocument),
    verb: msg`Take back`,
    about: msg`You set up the services again.`,
    title: msg`Take service setup back?`,
    done: msg`Taken back`,
    asks: [],
  },
  takeBackOrder: {
    says: consequences.takeBackOrder,
    document: document(TakeBackOrderDocument),
    verb: msg`Take back`,
    about: msg`You complete the order yourself.`,
    title: msg`Take this order back?`,
    done: msg`Taken back`,
    asks: [],
  },
  requestFullAdministrator: {
    says: consequences.requestFullAdministrator,
    document: document(RequestFullAdministratorDocument),
    verb: msg`Ask for privileges`,
    about: msg`Ask the customer for full administrator privileges.`,
    title: msg`Ask for full administrator privileges?`,
    done: msg`Request sent`,
    asks: [],
  },
  disputeMapping: {
    says: consequences.disputeMapping,
    document: document(DisputeMappingDocument),
    verb: msg`This wasn’t us`,
    about: msg`Didn’t expect this subscription? Tell support.`,
    title: msg`Dispute this mapping?`,
    done: msg`Support was told`,
    asks: ["reason"],
    danger: true,
  },
  resolveDispute: {
    says: consequences.resolveDispute,
    document: document(ResolveDisputeDocument),
    verb: msg`Decide`,
    about: msg`Decide the dispute about this mapping.`,
    title: msg`Is the dispute justified?`,
    done: msg`Dispute decided`,
    asks: ["uphold", "reason"],
  },
  rescheduleOrder: {
    says: consequences.rescheduleOrder,
    document: document(RescheduleOrderDocument),
    verb: msg`Change start date`,
    about: msg`The welcome email is sent on another day.`,
    title: msg`When does this order start?`,
    done: msg`Start date changed`,
    asks: ["requestedStartDate"],
  },
  reopenOrder: {
    says: consequences.reopenOrder,
    document: document(ReopenOrderDocument),
    verb: msg`Reopen`,
    about: msg`The order continues where it stopped, with a new deadline.`,
    title: msg`Reopen this order?`,
    done: msg`Reopened`,
    asks: [],
  },
  cancelOrder: {
    says: consequences.cancelOrder,
    document: document(CancelOrderDocument),
    verb: msg`Cancel order`,
    about: msg`The order ends for good. Reserved site names become available.`,
    title: msg`Cancel this order?`,
    done: msg`Order cancelled`,
    asks: ["reason"],
    danger: true,
  },
} satisfies Record<string, OrderAct>;

export type ActName = keyof typeof acts;

/** The act of this name, if there is one that this person may do now: a mail's link leads to its question. */
export function actIn(order: Pick<Order, "allowedMutations">, name: string | null): ActName | null {
  return name !== null && name in acts && may(order, name as ActName) ? (name as ActName) : null;
}

/** May this person do it now? */
export function may(order: Pick<Order, "allowedMutations">, name: ActName): boolean {
  return order.allowedMutations.includes(name);
}
