import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import { WaitingOrdersDocument, type WaitingOrdersQuery } from "../../gql/graphql";
import { useAsk } from "../../lib/ask";
import { useKnownViewer, type Viewer } from "../../lib/viewer";
import { FailureBanner } from "../../ui/failure-banner";
import { HubPage } from "../../ui/hub-page";
import { Skeleton } from "../../ui/skeleton";
import { TaskList } from "../../ui/task-list";
import { type AskedOrders, OrdersList, useOrders } from "../orders/orders-list";
import { AdministratorRequestTask } from "./administrator-request-task";
import { OrderTask } from "./order-task";
import { SupportSearch } from "./support-search";

/** The first page of Control Hub: what is this person's to do, then all orders. All is asked for at once. */
export default function Start() {
  const { t } = useLingui();
  const [path] = useLocation();
  const viewer = useKnownViewer();
  const orders = useOrders();
  const waiting = useAsk(WaitingOrdersDocument, {}, path === "/orders" || viewer?.roles.includes("SUPPORT"));
  if (viewer?.roles.includes("SUPPORT")) return <SupportSearch email={viewer.email} orders={orders} />;
  if (viewer && path === "/orders") {
    return (
      <HubPage title={t`Orders`}>
        <OrdersList asked={orders} email={viewer.email} />
      </HubPage>
    );
  }
  if (viewer && waiting.data) return <Tasks viewer={viewer} waiting={waiting.data} orders={orders} />;
  return (
    <div className="hub-page">
      {viewer && waiting.failure ? (
        <FailureBanner failure={waiting.failure} during="load" onRetry={waiting.reload} />
      ) : (
        <Skeleton shape="page" />
      )}
    </div>
  );
}

type TasksProps = {
  viewer: Viewer;
  waiting: WaitingOrdersQuery;
  orders: AskedOrders;
};

function Tasks({ viewer, waiting, orders }: TasksProps) {
  const { t } = useLingui();
  const tasks = waiting.orders.edges.map(({ node }) => node);
  const requests = viewer.administratorRequests;
  return (
    <HubPage
      title={titleOf(
        tasks.length,
        waiting.orders.pageInfo.hasNextPage,
        requests.length,
        t`More than ten orders are waiting for you`,
      )}
    >
      {tasks.length + requests.length > 0 && (
        <TaskList roomy>
          {tasks.map((order, index) => (
            <OrderTask key={order.id} order={order} isFirst={index === 0} />
          ))}
          {requests.map((request) => (
            <AdministratorRequestTask key={request.id} request={request} />
          ))}
        </TaskList>
      )}
      <div className="hub-section">
        <OrdersList asked={orders} title={t`Orders`} email={viewer.email} />
      </div>
    </HubPage>
  );
}

function titleOf(orders: number, isMore: boolean, requests: number, many: string): string {
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
