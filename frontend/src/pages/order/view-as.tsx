import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { ViewAsDocument } from "../../gql/graphql";
import { withBase } from "../../lib/base-path";
import { send } from "../../lib/client";
import { type Failure, failureOf } from "../../lib/failure";
import { type Problem, problem } from "../../lib/problem";
import { roleNames } from "../../lib/words";
import { Address } from "../../ui/address";
import { Button } from "../../ui/button";
import { Dialog, DialogActions } from "../../ui/dialog";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureBanner } from "../../ui/failure-banner";
import { Form } from "../../ui/form";
import { RadioCard, RadioCards } from "../../ui/radio-card";
import { TextField } from "../../ui/text-field";
import { type Order, rolesOf } from "./order";
import "../../acts/acts.css";

const other = "";

type ViewAsProps = { order: Order; isOpen: boolean; onClose: () => void };

/** Asks support as whom, and why, they want to see the order and its wizard; then leads to the pages of that view. */
export default function ViewAs({ order, isOpen, onClose }: ViewAsProps) {
  const { t } = useLingui();
  return (
    <Dialog title={t`As whom do you want to see this order?`} isOpen={isOpen} onClose={onClose}>
      <Question order={order} onClose={onClose} />
    </Dialog>
  );
}

function Question({ order, onClose }: Omit<ViewAsProps, "isOpen">) {
  const { t, i18n } = useLingui();
  const people = rolesOf(order);
  const [chosen, setChosen] = useState(people[0]?.[0] ?? other);
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [errors, setErrors] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isAsking, setAsking] = useState(false);
  const field = chosen === other ? "email" : "person";

  async function see() {
    if (isAsking) return;
    const email = chosen || typed.trim();
    const missing: Problem[] = [];
    if (!email) missing.push(problem("email", t`Enter an email address`));
    if (!reason.trim()) missing.push(problem("reason", t`Enter a reason`));
    setErrors(missing);
    setFailure(null);
    if (missing.length > 0) return;
    setAsking(true);
    const {
      data,
      error,
      correlationId: reference,
    } = await send(ViewAsDocument, { id: order.id, email, reason: reason.trim() });
    const view = data?.orderAs?.viewedAs;
    if (view) {
      // Another document: nothing that was read as support is left on its pages.
      location.assign(withBase(`/as/${view.id}/orders/${order.id}`));
      return;
    }
    setAsking(false);
    const [first] = error?.graphQLErrors ?? [];
    const code = first?.extensions.code;
    if (code === "NOT_FOUND")
      setErrors([{ ...problem(field, t`This person can’t see the order`), reference }]);
    else if (code === "BAD_USER_INPUT") setErrors([{ ...problem(field, first?.message ?? ""), reference }]);
    else setFailure(error ? failureOf(error) : { kind: "offline", correlationId: reference });
  }

  return (
    <Form errors={errors} onSubmit={see}>
      <ErrorSummary errors={errors} />
      {failure && <FailureBanner failure={failure} during="load" onRetry={see} />}
      <p>
        <Trans>
          You see the order and its setup pages as this person does, for 30 minutes. Nothing can be changed
          meanwhile. The timeline tells who looked, as whom and why.
        </Trans>
      </p>
      <div className="stack act-fields">
        <RadioCards label={t`Person`} name="person" value={chosen} onChange={setChosen}>
          {people.map(([email, roles]) => (
            <RadioCard
              key={email}
              value={email}
              title={<Address email={email} />}
              meta={roles.map((role) => i18n._(roleNames[role])).join(", ")}
            />
          ))}
          <RadioCard
            value={other}
            title={t`Someone else`}
            reveal={
              chosen === other && (
                <TextField
                  name="email"
                  type="email"
                  autoComplete="off"
                  label={t`Email address`}
                  hint={t`The full address, as the person gave it to you.`}
                  value={typed}
                  onChange={setTyped}
                />
              )
            }
          />
        </RadioCards>
        <TextField
          name="reason"
          multiline
          label={t`Reason`}
          hint={t`It appears in the order’s timeline.`}
          value={reason}
          onChange={setReason}
        />
      </div>
      <DialogActions>
        <Button type="submit" variant="primary" isPending={isAsking}>
          <Trans>View the order</Trans>
        </Button>
        <Button variant="quiet" onPress={onClose}>
          <Trans>Not now</Trans>
        </Button>
      </DialogActions>
    </Form>
  );
}
