import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "wouter";
import { OrderOverviewDocument, type OrderOverviewQuery } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { number } from "../../lib/format";
import { standingWords } from "../../lib/words";
import { type Show, searchOf, viewOf } from "./view";

type Counts = NonNullable<OrderOverviewQuery["viewer"]>["orderOverview"];

const words: Record<Show, ReturnType<typeof msg>> = {
  all: msg`All`,
  open: msg`Open`,
  failed: standingWords.CANNOT_PROVISION,
  undelivered: msg`Email not delivered`,
  disputed: standingWords.DISPUTED,
  due: msg`Due within 7 days`,
  waiting: msg`Waiting for you`,
  others: msg`Waiting for others`,
  provisioning: standingWords.PROVISIONING,
  done: msg`Done`,
  aside: msg`Put aside by you`,
};

const buckets: Partial<Record<Show, keyof Counts>> = {
  failed: "failed",
  undelivered: "undelivered",
  disputed: "disputed",
  due: "dueThisWeek",
  waiting: "myTurn",
  others: "waitingForOthers",
  provisioning: "provisioning",
  done: "done",
  aside: "putAside",
};

const usual = new Set<Show>(["all", "open", "waiting", "done"]);
const most = 1000; // the API counts no further

type OverviewBarProps = {
  /** What the list beside it shows; nothing where the bar leads to the list. */
  current?: Show;
};

/** How many orders there are of each kind; each leads to its list. What there is none of is left out, but for the usual. */
export function OverviewBar({ current }: OverviewBarProps) {
  const { t, i18n } = useLingui();
  const view = viewOf(useSearch());
  const counts = useApiQuery(OrderOverviewDocument, {}).data?.viewer?.orderOverview;
  const shown = (Object.keys(words) as Show[]).filter((show) => {
    const bucket = buckets[show];
    if (current === undefined && !bucket) return false;
    return (
      show === current || (current !== undefined && usual.has(show)) || Boolean(bucket && counts?.[bucket])
    );
  });
  if (shown.length === 0) return null;
  return (
    <nav className="overview" aria-label={t`Orders by state`}>
      <ul>
        {shown.map((show) => {
          const bucket = buckets[show];
          const count = bucket && counts?.[bucket];
          const search = searchOf(current === undefined ? viewOf("") : view, { show });
          return (
            <li key={show}>
              <Link
                href={search ? `/orders?${search}` : "/orders"}
                className="overview-link"
                data-alarming={(show === "failed" || show === "undelivered") && count ? "" : undefined}
                aria-current={show === current ? "page" : undefined}
              >
                {i18n._(words[show])}
                {count !== undefined && <span className="overview-count"> {countOf(count)}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function countOf(count: number): string {
  return count < most ? number(count) : `${number(most)}+`;
}
