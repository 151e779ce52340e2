import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "wouter";
import { WaitingOrdersDocument, type WaitingOrdersQuery } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { number } from "../../lib/format";
import { page } from "../../lib/page";
import { useKnownViewer, type Viewer } from "../../lib/viewer";
import { HubPage } from "../../ui/hub-page";
import { TaskList } from "../../ui/task-list";
import { UnloadedPage } from "../../ui/unloaded-page";
import { NoOrders, OrdersList, OrdersTable, SearchBox, useOrders } from "../orders/orders-list";
import { OverviewBar } from "../orders/overview-bar";
import { AdministratorRequestTask } from "./administrator-request-task";
import { firstTasks } from "./first-tasks";
import { OrderTask } from "./order-task";

const SupportSearch = page("desk", () => import("./support-search"));

/** The first page of Control Hub: what is this person's to do first, then the orders of others' turn. All is asked for at once. */
export default function Start() {
  const { t } = useLingui();
  const [path] = useLocation();
  const viewer = useKnownViewer();
  const isList = path === "/orders" || viewer?.roles.includes("SUPPORT");
  const orders = useOrders(!isList);
  const waiting = useApiQuery(WaitingOrdersDocument, {}, isList);
  if (viewer?.roles.includes("SUPPORT")) return <SupportSearch email={viewer.email} orders={orders} />;
  if (viewer && path === "/orders") {
    return (
      <HubPage title={t`Orders`}>
        <OrdersList asked={orders} email={viewer.email} />
      </HubPage>
    );
  }
  if (viewer && waiting.data) return <Tasks viewer={viewer} waiting={waiting.data} />;
  return <UnloadedPage failure={viewer ? waiting.failure : null} onRetry={waiting.reload} />;
}

type TasksProps = { viewer: Viewer; waiting: WaitingOrdersQuery };

function Tasks({ viewer, waiting }: TasksProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const tasks = firstTasks(waiting);
  const count = waiting.waiting.totalCount;
  const requests = viewer.administratorRequests;
  const others = waiting.others.edges.map(({ node }) => node);
  const isEmpty = count + requests.length + others.length === 0;
  return (
    <HubPage title={titleOf(count, requests.length)}>
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
      {count > tasks.length && (
        <p className="start-more">
          <Link href="/orders?show=waiting">
            <Trans>All {number(count)} orders that are waiting for you</Trans>
          </Link>
        </p>
      )}
      <section className="hub-section orders" aria-label={t`Other orders`}>
        <div className="orders-head">
          <h2>{isEmpty ? t`Orders` : t`Other orders`}</h2>
          {!isEmpty && (
            <div className="orders-tools">
              <SearchBox text="" onSearch={(q) => navigate(`/orders?q=${encodeURIComponent(q)}`)} />
              <Link href="/orders">
                <Trans>All orders</Trans>
              </Link>
            </div>
          )}
        </div>
        {!isEmpty && <OverviewBar />}
        {isEmpty && <NoOrders />}
        {!isEmpty && others.length === 0 && (
          <p className="ink-3">
            <Trans>There are no other orders.</Trans>
          </p>
        )}
        {others.length > 0 && <OrdersTable orders={others} email={viewer.email} caption={t`Other orders`} />}
      </section>
    </HubPage>
  );
}

function titleOf(orders: number, requests: number): string {
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
