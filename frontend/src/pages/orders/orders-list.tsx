import { msg, plural, t } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { memo, type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { type OrderRowFragment, OrdersDocument } from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { useApiQuery } from "../../lib/api-query";
import { asViewed, withBase } from "../../lib/base-path";
import { dueOf } from "../../lib/due";
import { ago, dayOf } from "../../lib/format";
import { useStable } from "../../lib/stable";
import { useKnownViewer } from "../../lib/viewer";
import {
  provisioningTones,
  provisioningWords,
  roleNames,
  serviceIcons,
  serviceNames,
  serviceStatus,
  standingTones,
  standingWords,
} from "../../lib/words";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { FailureBanner } from "../../ui/failure-banner";
import { Icon } from "../../ui/icon";
import { Skeleton } from "../../ui/skeleton";
import { StatusShape, StatusWord } from "../../ui/status";
import { Cell, Row, Table } from "../../ui/table";
import { TestBadge } from "../../ui/test-badge";
import { TextField } from "../../ui/text-field";
import { BatchBar } from "../batches/batch-bar";
import { RunningBatches } from "../batches/running";
import { nothingChosen, pressed, type Selection } from "../batches/selection";
import { actsFor } from "../batches/words";
import { OverviewBar } from "./overview-bar";
import { SavedViews } from "./saved-views";
import { exportOf, isPaged, type Sort, searchOf, type View, variablesOf, viewOf } from "./view";
import "./orders.css";

const sorts: Record<Sort, ReturnType<typeof msg>> = {
  UPDATED_NEWEST: msg`Last changed first`,
  PLACED_NEWEST: msg`Newest first`,
  PLACED_OLDEST: msg`Oldest first`,
  DEADLINE_FIRST: msg`Next deadline first`,
  WAITING_LONGEST: msg`Longest wait first`,
  COMPANY: msg`By company`,
  NUMBER: msg`By order number`,
};

const directions: Record<Sort, "ascending" | "descending"> = {
  UPDATED_NEWEST: "descending",
  PLACED_NEWEST: "descending",
  PLACED_OLDEST: "ascending",
  DEADLINE_FIRST: "ascending",
  WAITING_LONGEST: "ascending",
  COMPANY: "ascending",
  NUMBER: "ascending",
};

/** Asks for the orders that the address tells of. */
export function useOrders(pause = false) {
  const [path, navigate] = useLocation();
  const view = viewOf(useSearch());
  const asked = useApiQuery(OrdersDocument, variablesOf(view), pause);
  const { failure } = asked;
  const isLost = failure?.kind === "unexpected" && failure.code === "BAD_USER_INPUT" && isPaged(view);
  // A cut or old address names a page that the API does not know: the first one is what it meant.
  useEffect(() => {
    if (isLost) navigate([path, searchOf(view, {})].filter(Boolean).join("?"), { replace: true });
  });
  return { view, ...asked, failure: isLost ? null : failure };
}

export type AskedOrders = ReturnType<typeof useOrders>;

type OrdersListProps = {
  asked: AskedOrders;
  /** The heading of the list; none where the page's title says it. */
  title?: string;
  /** Whose orders are marked as "You". */
  email: string;
  /** The search is what the page is for. */
  searching?: boolean;
  /** What comes before the list as long as nobody searches. */
  before?: ReactNode;
};

/** The orders that this person may see, with filter, search, sort and pages, all kept in the address. */
export function OrdersList({ asked, title, email, searching = false, before }: OrdersListProps) {
  const { t, i18n } = useLingui();
  const [path, navigate] = useLocation();
  const { view, data, failure, pending, reload } = asked;
  const show = (change: Partial<View>, replace = false) => {
    const search = searchOf(view, change);
    navigate(search ? `${path}?${search}` : path, { replace });
  };
  // Each text is one step back, however it was typed.
  const search = (q: string) => show({ q }, view.q !== "" && q !== "");
  const rows = data?.orders.edges.map(({ node }) => node);
  const acts = actsFor(useKnownViewer()?.roles ?? [], view.show === "aside");
  const filter = variablesOf(view).filter ?? {};
  const asksFor = JSON.stringify(filter);
  const [choice, setChoice] = useState({ of: asksFor, selection: nothingChosen });
  // What is chosen is of one filter; pages and sorting change nothing.
  const selection = choice.of === asksFor ? choice.selection : nothingChosen;
  const choose = (selection: Selection) => setChoice({ of: asksFor, selection });
  const ids = rows?.map(({ id }) => id) ?? [];
  const press = useStable((id: string, isShift: boolean) => choose(pressed(selection, ids, id, isShift)));
  const count = rows?.length;
  const isMore = Boolean(data?.orders.pageInfo.hasNextPage || data?.orders.pageInfo.hasPreviousPage);
  useEffect(() => {
    if (!pending && view.q && count !== undefined) announce(found(count, isMore));
  }, [pending, view.q, count, isMore]);
  return (
    <section className="orders" aria-label={t`Orders`} aria-busy={pending}>
      {searching && <SearchBox text={view.q} onSearch={search} asTyped large />}
      {!view.q && before}
      <OverviewBar current={view.show} />
      <SavedViews view={view} />
      {acts.length > 0 && <RunningBatches />}
      <div className="orders-head">
        {title && <h2>{title}</h2>}
        <div className="orders-tools">
          {!searching && <SearchBox text={view.q} onSearch={search} asTyped />}
          <label className="orders-sort">
            <Trans>Sort</Trans>
            <select value={view.sort} onChange={(event) => show({ sort: event.target.value as Sort })}>
              {(Object.keys(sorts) as Sort[]).map((id) => (
                <option key={id} value={id}>
                  {i18n._(sorts[id])}
                </option>
              ))}
            </select>
          </label>
        </div>
      </div>
      {failure && <FailureBanner failure={failure} during="load" onRetry={reload} />}
      {!rows && !failure && <Skeleton shape="rows" count={6} />}
      {rows?.length === 0 && <NoneShown view={view} onAll={() => show({ show: "all", q: "" })} />}
      {rows && rows.length > 0 && (
        <>
          {acts.length > 0 && (
            <BatchBar
              acts={acts}
              selection={selection}
              rows={ids}
              isMore={isMore}
              filter={filter}
              onChoose={choose}
            />
          )}
          <OrdersTable
            orders={rows}
            {...(acts.length > 0 && { selection, onPress: press })}
            email={email}
            caption={t`Orders`}
            sort={view.sort}
            onSort={(sort) => show({ sort })}
          />
          <div className="orders-foot">
            <span className="orders-export">
              <a href={asViewed(withBase(exportOf(view, "csv")))} download>
                <Trans>Download as CSV</Trans>
              </a>
              <a href={asViewed(withBase(exportOf(view, "json")))} download>
                <Trans>Download as JSON</Trans>
              </a>
            </span>
            <Pages page={data?.orders.pageInfo} onShow={show} />
          </div>
        </>
      )}
    </section>
  );
}

type OrdersTableProps = {
  orders: readonly OrderRowFragment[];
  email: string;
  caption: string;
  /** How the orders are sorted, where heads of columns can change it. */
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Which orders are chosen, where they can be. */
  selection?: Selection;
  onPress?: (id: string, isShift: boolean) => void;
};

/** Orders as rows: where each stands, for whom it waits and since when, and when it is due. */
export function OrdersTable({ orders, email, caption, sort, onSort, selection, onPress }: OrdersTableProps) {
  const { t } = useLingui();
  const by = (title: string, sorts: Sort) =>
    onSort
      ? { title, sorted: sort === sorts ? directions[sorts] : ("none" as const), onSort: () => onSort(sorts) }
      : title;
  // Salespeople see none of any order: the column would be empty.
  const hasServices = orders.some(({ services }) => services.length > 0);
  return (
    <Table
      caption={caption}
      columns={[
        by(t`Company`, "COMPANY"),
        ...(hasServices ? [t`Services`] : []),
        t`Status`,
        by(t`Waiting for`, "WAITING_LONGEST"),
        by(t`Due`, "DEADLINE_FIRST"),
        by(t`Updated`, "UPDATED_NEWEST"),
        { unseen: t`Open` },
      ]}
    >
      {orders.map((order) => (
        <OrderRow
          key={order.id}
          order={order}
          email={email}
          hasServices={hasServices}
          isChosen={Boolean(selection && (selection.isAll || selection.ids.has(order.id)))}
          onPress={onPress}
        />
      ))}
    </Table>
  );
}

function found(count: number, isMore: boolean): string {
  if (isMore) return t`More than ${count} orders found`;
  return plural(count, { 0: "No orders found", one: "One order found", other: "# orders found" });
}

type SearchBoxProps = {
  text: string;
  onSearch: (text: string) => void;
  /** Searches while people type; else Enter does. */
  asTyped?: boolean;
  large?: boolean;
};

const pause = 300; // milliseconds after the last key

/** Searches the orders. */
export function SearchBox({ text, onSearch, asTyped = false, large = false }: SearchBoxProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(text);
  const [sent, setSent] = useState(text);
  // Another text in the address, as by Back, is what the field says; the one that was sent last is being typed on.
  if (text !== sent) {
    setSent(text);
    setTyped(text);
  }
  const send = useEffectEvent((wanted: string) => {
    if (wanted === sent) return;
    setSent(wanted);
    onSearch(wanted);
  });
  useEffect(() => {
    if (!asTyped) return;
    const timer = setTimeout(() => send(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [asTyped, typed]);
  return (
    <search className="orders-search" data-large={large || undefined}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(typed.trim());
        }}
      >
        <TextField
          small={!large}
          type="search"
          icon="search"
          label={t`Search orders`}
          value={typed}
          onChange={setTyped}
          autoFocus={large}
        />
        {large && (
          <Button type="submit" variant="primary">
            <Trans>Search</Trans>
          </Button>
        )}
      </form>
    </search>
  );
}

/** Each service by its icon and the shape of its status, which read out as words. */
function Services({ services }: { services: OrderRowFragment["services"] }) {
  const { i18n } = useLingui();
  return (
    <ul className="orders-services">
      {services.map(({ id, kind, state }) => {
        const status = serviceStatus(state);
        const words = `${i18n._(serviceNames[kind])}: ${i18n._(provisioningWords[status])}`;
        return (
          <li key={id} className="status" data-tone={provisioningTones[status]} title={words}>
            <Icon name={serviceIcons[kind]} size={16} />
            <StatusShape tone={provisioningTones[status]} />
            <span className="unseen">{words}</span>
          </li>
        );
      })}
    </ul>
  );
}

type OrderRowProps = {
  order: OrderRowFragment;
  email: string;
  /** The table has a column of services. */
  hasServices: boolean;
  isChosen: boolean;
  /** Chooses the order; left out: it can't be chosen. */
  onPress?: ((id: string, isShift: boolean) => void) | undefined;
};

/** Drawn again only where its order changes, not while one types, sorts or turns pages. */
const OrderRow = memo(function OrderRow({ order, email, hasServices, isChosen, onPress }: OrderRowProps) {
  const { t, i18n } = useLingui();
  const { companyName, orderNumber } = order;
  const updated = ago(order.updatedAt);
  const due = dueOf(order);
  const turn = order.waitingFor;
  const isMine = turn?.email === email;
  const since = turn && dayOf(turn.since);
  const isOver = order.standing === "CLOSED" || order.standing === "CANCELLED";
  const who = turn && (isMine ? t`You` : (turn.email ?? i18n._(roleNames[turn.role])));
  return (
    <Row>
      <Cell>
        <span className="orders-name">
          {onPress && (
            <label className="orders-pick">
              <span className="unseen">
                <Trans>
                  Choose {companyName}, {orderNumber}
                </Trans>
              </span>
              <input
                type="checkbox"
                checked={isChosen}
                onChange={() => {}}
                onClick={(event) => onPress(order.id, event.shiftKey)}
              />
            </label>
          )}
          <Link href={`/orders/${order.id}`} className="table-link">
            {order.companyName}
          </Link>
          {order.test && <TestBadge />}
        </span>
        <span className="meta">
          {order.orderNumber}
          {due && (
            <span className="orders-narrow">
              , <Trans>due {due}</Trans>
            </span>
          )}
          <span className="orders-narrow">, {updated}</span>
        </span>
      </Cell>
      {hasServices && <Cell wide>{isOver ? "–" : <Services services={order.services} />}</Cell>}
      <Cell>
        <StatusWord tone={standingTones[order.standing]}>{i18n._(standingWords[order.standing])}</StatusWord>
        {order.undeliveredTo && (
          <span className="orders-alarm">
            <Icon name="warning" size={16} />
            <Trans>Email not delivered</Trans>
          </span>
        )}
      </Cell>
      {turn ? (
        <Cell>
          <span className="orders-wide">
            <Trans>
              {who}, since {since}
            </Trans>
          </span>
          <span className="orders-narrow">
            {isMine ? (
              <Trans>Waiting for you, since {since}</Trans>
            ) : (
              <Trans>
                Waiting for {who}, since {since}
              </Trans>
            )}
          </span>
        </Cell>
      ) : (
        <Cell wide>–</Cell>
      )}
      <Cell wide>
        <span className="ink-3 orders-due">{due ?? "–"}</span>
      </Cell>
      <Cell wide>
        <span className="ink-3">{updated}</span>
      </Cell>
      <Cell wide>
        <Icon name="chevron" size={16} />
      </Cell>
    </Row>
  );
});

/** There is no order at all. */
export function NoOrders() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`No orders yet`}>
      <Trans>An order appears here when a seller names you as its contact.</Trans>
    </EmptyState>
  );
}

function NoneShown({ view, onAll }: { view: View; onAll: () => void }) {
  const { t } = useLingui();
  if (!view.q && view.show === "all") return <NoOrders />;
  return (
    <EmptyState title={t`No matching orders`} action={<Button onPress={onAll}>{t`Show all orders`}</Button>}>
      <Trans>Check the spelling, or show all orders.</Trans>
    </EmptyState>
  );
}

type PageInfo = {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
};

function Pages({ page, onShow }: { page: PageInfo | undefined; onShow: (change: Partial<View>) => void }) {
  if (!page || !(page.hasNextPage || page.hasPreviousPage)) return null;
  return (
    <div className="orders-pages">
      <Button
        size="small"
        icon="back"
        isDisabled={!page.hasPreviousPage}
        onPress={() => onShow({ before: page.startCursor ?? undefined })}
      >
        <Trans>Previous page</Trans>
      </Button>
      <Button
        size="small"
        isDisabled={!page.hasNextPage}
        onPress={() => onShow({ after: page.endCursor ?? undefined })}
      >
        <Trans>Next page</Trans>
      </Button>
    </div>
  );
}
