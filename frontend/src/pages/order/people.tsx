import { useLingui } from "@lingui/react/macro";
import { initials } from "../../lib/viewer";
import { roleNames } from "../../lib/words";
import { Section } from "../../ui/hub-page";
import type { Order } from "./order-page";

/** Who has to do with the order, in which role. */
export function People({ order }: { order: Order }) {
  const { t, i18n } = useLingui();
  if (order.people.length === 0) return null;
  return (
    <Section title={t`People`}>
      <ul className="people">
        {order.people.map(({ email, role }) => (
          <li key={email + role}>
            <span className="avatar" aria-hidden="true">
              {initials(email)}
            </span>
            <div>
              {email}
              <p className="meta ink-3">{i18n._(roleNames[role])}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
