import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Confirmation } from "../../acts/confirmation";
import { HandOverForm } from "../../acts/hand-over-form";
import type { OrderRole } from "../../gql/graphql";
import { useApiMutation } from "../../lib/api-mutation";
import { type Problem, problem } from "../../lib/problem";
import { Dialog } from "../../ui/dialog";
import { RadioCard, RadioCards } from "../../ui/radio-card";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";
import { type ActDocument, type ActInput, type ActName, acts, type OrderAct } from "./acts";
import type { Order, Update } from "./order";

type ActDialogProps = {
  order: Order;
  /** The act that is asked about; null while none is. */
  name: ActName | null;
  onClose: () => void;
  update: Update;
};

/** Who is allowed only for their office gives a reason. */
const owesReason: (OrderRole | null)[] = ["SUPPORT", "SALESPERSON"];

/** The question before an act on the whole order; support and salespeople always give a reason. */
export default function ActDialog({ order, name, onClose, update }: ActDialogProps) {
  const { i18n } = useLingui();
  const act: OrderAct | null = name && acts[name];
  return (
    <Dialog title={act ? i18n._(act.title) : ""} isOpen={act !== null} onClose={onClose}>
      {name === "handOverToCustomer" && <HandOverForm order={order} update={update} onClose={onClose} />}
      {act?.document && (
        <Question order={order} act={act} document={act.document} onClose={onClose} update={update} />
      )}
    </Dialog>
  );
}

function Question({
  order,
  act: words,
  document,
  onClose,
  update,
}: Omit<ActDialogProps, "name"> & { act: OrderAct; document: ActDocument }) {
  const { t, i18n } = useLingui();
  const act = useApiMutation(document);
  const [input, setInput] = useState<Omit<ActInput, "orderId">>({});
  const set = (change: Partial<ActInput>) => setInput((before) => ({ ...before, ...change }));
  const needsReason = owesReason.includes(order.viewerRole) || words.asks.includes("uphold");
  const isMissed = act.errors.some(({ field }) => field[0] === "reason"); // of who has the right by another role
  const asksReason = needsReason || isMissed || words.asks.includes("reason");

  function missing(): Problem[] {
    const problems: Problem[] = [];
    if (words.asks.includes("email") && !input.email)
      problems.push(problem("email", t`Enter an email address`));
    if (words.asks.includes("requestedStartDate") && !input.requestedStartDate) {
      problems.push(problem("requestedStartDate", t`Enter a date`));
    }
    if (words.asks.includes("uphold") && input.uphold === undefined)
      problems.push(problem("uphold", t`Choose yes or no`));
    if (needsReason && !input.reason?.trim()) problems.push(problem("reason", t`Enter a reason`));
    return problems;
  }

  async function run() {
    const problems = missing();
    if (problems.length > 0) {
      act.refuse(problems);
      return;
    }
    const payload = await act.run({ input: { orderId: order.id, ...input } });
    if (!payload) return;
    if (payload.order) update(payload.order);
    toast(i18n._(words.done));
    onClose();
  }

  const hasFields = asksReason || words.asks.length > 0;
  return (
    <Confirmation
      says={words.says(order)}
      verb={i18n._(words.verb)}
      danger={words.danger ?? false}
      act={act}
      onConfirm={run}
      onClose={onClose}
    >
      {hasFields && (
        <>
          {words.asks.includes("email") && (
            <TextField
              name="email"
              type="email"
              autoComplete="email"
              autoFocus
              label={t`Email address`}
              value={input.email ?? ""}
              onChange={(email) => set({ email })}
            />
          )}
          {words.asks.includes("requestedStartDate") && (
            <TextField
              name="requestedStartDate"
              type="date"
              autoFocus
              label={t`Start date`}
              value={input.requestedStartDate ?? order.requestedStartDate}
              onChange={(requestedStartDate) => set({ requestedStartDate })}
            />
          )}
          {words.asks.includes("uphold") && (
            <RadioCards
              name="uphold"
              label={i18n._(words.title)}
              value={input.uphold === undefined ? null : input.uphold ? "yes" : "no"}
              onChange={(choice) => set({ uphold: choice === "yes" })}
            >
              <RadioCard
                value="yes"
                title={
                  order.status === "MAPPED"
                    ? t`Yes, undo the mapping`
                    : t`Yes, end setup and the partner’s access`
                }
              />
              <RadioCard value="no" title={t`No, continue setup`} />
            </RadioCards>
          )}
          {asksReason && (
            <TextField
              name="reason"
              multiline
              label={needsReason ? t`Reason` : t`Reason (optional)`}
              hint={needsReason && t`It appears in the order’s timeline.`}
              value={input.reason ?? ""}
              onChange={(reason) => set({ reason })}
            />
          )}
        </>
      )}
    </Confirmation>
  );
}
