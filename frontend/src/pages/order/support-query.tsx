import { Trans, useLingui } from "@lingui/react/macro";
import { type EditorQuery, editorHref, wholeOrder } from "../../lib/order-query";
import { Section } from "../../ui/hub-page";

/** The way of the support desk from an order into GraphiQL, its query filled in. */
export function SupportQuery({ orderNumber }: { orderNumber: string }) {
  const { t } = useLingui();
  return (
    <Section title={t`Support`}>
      <p>
        <a href={editorHref(wholeOrder(orderNumber))}>
          <Trans>Open this order in GraphiQL</Trans>
        </a>
      </p>
    </Section>
  );
}

/** The same from one row of a list, which `label` names. */
export function RowQuery({ asked, label }: { asked: EditorQuery; label: string }) {
  return (
    <>
      {" "}
      <a className="row-query" href={editorHref(asked)} aria-label={label}>
        GraphiQL
      </a>
    </>
  );
}
