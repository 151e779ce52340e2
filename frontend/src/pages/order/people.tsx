import { useLingui } from "@lingui/react/macro";
import { initials } from "../../lib/viewer";
import { roleNames } from "../../lib/words";
import { Section } from "../../ui/hub-page";
import type { Order } from "./order";

/** Who has to do with the order, in which roles. */
export function People({ order }: { order: Order }) {
  const { t, i18n } = useLingui();
  if (order.people.length === 0) return null;
  const roles = new Map<string, string[]>();
  for (const { email, role } of order.people) {
    roles.set(email, [...(roles.get(email) ?? []), i18n._(roleNames[role])]);
  }
  return (
    <Section title={t`People`}>
      <ul className="people">
        {[...roles].map(([email, names]) => (
          <li key={email}>
            <span className="avatar" aria-hidden="true">
              {initials(email)}
            </span>
            <div>
              {email}
              <p className="meta ink-3">{names.join(", ")}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
