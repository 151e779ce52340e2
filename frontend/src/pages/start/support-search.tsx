import { Trans, useLingui } from "@lingui/react/macro";
import { TriageDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { withBase } from "../../lib/base-path";
import { HubPage } from "../../ui/hub-page";
import { Skeleton } from "../../ui/skeleton";
import { type AskedOrders, OrdersList } from "../orders/orders-list";
import { firstPage, Triage } from "./triage";

/** The support desk begins with one search box, then with what needs it, then with all orders. */
export default function SupportSearch({ email, orders }: { email: string; orders: AskedOrders }) {
  const { t } = useLingui();
  const triage = useApiQuery(TriageDocument, firstPage);
  // It stands above the list, which it must not move once that is shown.
  if (!triage.data && !triage.failure) {
    return (
      <div className="hub-page">
        <Skeleton shape="page" />
      </div>
    );
  }
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
      <OrdersList asked={orders} email={email} searching before={<Triage />} />
    </HubPage>
  );
}
