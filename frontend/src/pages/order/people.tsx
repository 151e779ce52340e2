import { useLingui } from "@lingui/react/macro";
import { Suspense, useState } from "react";
import { page } from "../../lib/page";
import { initials } from "../../lib/viewer";
import { roleNames } from "../../lib/words";
import { Address } from "../../ui/address";
import { Button } from "../../ui/button";
import { Section } from "../../ui/hub-page";
import { type Order, rolesOf } from "./order";

const ViewAs = page("desk", () => import("./view-as"));

/** Who has to do with the order, in which roles. */
export function People({ order }: { order: Order }) {
  const { t, i18n } = useLingui();
  // Null until it is first wanted; then it stays, so that it closes as dialogs do.
  const [isWanted, setWanted] = useState<boolean | null>(null);
  if (order.people.length === 0) return null;
  const support = order.viewerRole === "SUPPORT";
  return (
    <Section
      title={t`People`}
      action={
        support && (
          <Button size="small" onPress={() => setWanted(true)}>
            {t`View as …`}
          </Button>
        )
      }
    >
      {support && isWanted !== null && (
        <Suspense>
          <ViewAs order={order} isOpen={isWanted} onClose={() => setWanted(false)} />
        </Suspense>
      )}
      <ul className="people">
        {rolesOf(order).map(([email, roles]) => (
          <li key={email}>
            <span className="avatar" aria-hidden="true">
              {initials(email)}
            </span>
            <div>
              <Address email={email} />
              <p className="meta ink-3">{roles.map((role) => i18n._(roleNames[role])).join(", ")}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
