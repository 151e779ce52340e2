import { Trans, useLingui } from "@lingui/react/macro";
import { withBase } from "../../lib/base-path";
import { wholeOrder } from "../../lib/saved-queries";
import { Section } from "../../ui/hub-page";

/** The way of the support desk from an order into GraphiQL, its query filled in. */
export function SupportQuery({ orderNumber }: { orderNumber: string }) {
  const { t } = useLingui();
  return (
    <Section title={t`Support`}>
      <p>
        <a href={withBase(`/graphiql?query=${encodeURIComponent(wholeOrder(orderNumber))}`)}>
          <Trans>Open this order in GraphiQL</Trans>
        </a>
      </p>
    </Section>
  );
}
