import { useLingui } from "@lingui/react/macro";
import { Button } from "../../ui/button";
import { Section } from "../../ui/hub-page";
import { type ActName, acts, may, type OrderAct } from "./acts";
import type { Order } from "./order";

const listed: ActName[] = [
  "delegateOrder",
  "changeProvisioningContact",
  "resendSetupEmail",
  "handOverToCustomer",
  "requestFullAdministrator",
  "rescheduleOrder",
  "reopenOrder",
  "disputeMapping",
  "cancelOrder",
];

/** What else this person may do with the order, each in its words. */
export function Manage({ order, onAct }: { order: Order; onAct: (name: ActName) => void }) {
  const { t, i18n } = useLingui();
  const isShownAbove = (name: ActName) =>
    name === "resendSetupEmail" && order.emails.some(({ kind }) => kind === "SETUP");
  const isAsked = (name: ActName) =>
    name === "requestFullAdministrator" && order.administratorRequest?.state === "PENDING";
  const names = listed.filter((name) => may(order, name) && !isShownAbove(name) && !isAsked(name));
  if (names.length === 0) return null;
  return (
    <Section title={t`Manage this order`}>
      <ul className="manage">
        {names.map((name) => {
          const act: OrderAct = acts[name];
          return (
            <li key={name}>
              <p className="small ink-2">{i18n._(act.about)}</p>
              <Button size="small" onPress={() => onAct(name)}>
                {i18n._(act.verb)}
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
