import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import { WaitingOrdersDocument } from "../../gql/graphql";
import { useAsk } from "../../lib/ask";
import { useKnownViewer, type Viewer } from "../../lib/viewer";
import { HubPage } from "../../ui/hub-page";
import { Skeleton } from "../../ui/skeleton";
import { TaskList } from "../../ui/task-list";
import { OrdersList } from "../orders/orders-list";
import { AdministratorRequestTask } from "./administrator-request-task";
import { OrderTask } from "./order-task";
import { SupportSearch } from "./support-search";

/** The first page of Control Hub: what is this person's to do, then all orders. */
export default function Start() {
  const { t } = useLingui();
  const [path] = useLocation();
  const viewer = useKnownViewer();
  if (!viewer) return null;
  if (viewer.roles.includes("SUPPORT")) return <SupportSearch email={viewer.email} />;
  if (path === "/orders") {
    return (
      <HubPage title={t`Orders`}>
        <OrdersList email={viewer.email} />
      </HubPage>
    );
  }
  return <Tasks viewer={viewer} />;
}

function Tasks({ viewer }: { viewer: Viewer }) {
  const { t } = useLingui();
  const { data } = useAsk(WaitingOrdersDocument, {});
  if (!data) {
    return (
      <div className="hub-page">
        <Skeleton shape="page" />
      </div>
    );
  }
  const orders = data.orders.edges.map(({ node }) => node);
  const requests = viewer.administratorRequests;
  return (
    <HubPage
      title={waiting(
        orders.length,
        data.orders.pageInfo.hasNextPage,
        requests.length,
        t`More than ten orders are waiting for you`,
      )}
    >
      {orders.length + requests.length > 0 && (
        <TaskList roomy>
          {orders.map((order, index) => (
            <OrderTask key={order.id} order={order} isFirst={index === 0} />
          ))}
          {requests.map((request) => (
            <AdministratorRequestTask key={request.id} request={request} />
          ))}
        </TaskList>
      )}
      <div className="hub-section">
        <OrdersList title={t`Orders`} email={viewer.email} />
      </div>
    </HubPage>
  );
}

function waiting(orders: number, isMore: boolean, requests: number, many: string): string {
  if (isMore) return many;
  if (orders === 0 && requests > 0) {
    return plural(requests, {
      one: "One request is waiting for you",
      other: "# requests are waiting for you",
    });
  }
  return plural(orders, {
    0: "Nothing is waiting for you",
    one: "One order is waiting for you",
    2: "Two orders are waiting for you",
    3: "Three orders are waiting for you",
    4: "Four orders are waiting for you",
    5: "Five orders are waiting for you",
    6: "Six orders are waiting for you",
    other: "# orders are waiting for you",
  });
}
