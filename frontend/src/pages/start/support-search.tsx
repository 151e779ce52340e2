import { Trans, useLingui } from "@lingui/react/macro";
import { withBase } from "../../lib/base-path";
import { HubPage } from "../../ui/hub-page";
import { type AskedOrders, OrdersList } from "../orders/orders-list";

/** The support desk begins with one search box. */
export function SupportSearch({ email, orders }: { email: string; orders: AskedOrders }) {
  const { t } = useLingui();
  return (
    <HubPage
      title={t`Find an order`}
      lead={
        <Trans>
          Search by order number, external id, email address, domain, organization, site name or correlation
          id. Addresses are masked.
        </Trans>
      }
      action={<a href={withBase("/graphiql")}>GraphiQL</a>}
    >
      <OrdersList asked={orders} email={email} searching />
    </HubPage>
  );
}
