import * as v from "valibot";
import type { OrderFilter, OrdersQueryVariables, SavedViewFragment } from "../../gql/graphql";

const shows = [
  "all",
  "open",
  "failed",
  "undelivered",
  "disputed",
  "due",
  "waiting",
  "others",
  "provisioning",
  "done",
  "aside",
] as const;
const sorts = [
  "UPDATED_NEWEST",
  "PLACED_NEWEST",
  "PLACED_OLDEST",
  "DEADLINE_FIRST",
  "WAITING_LONGEST",
  "COMPANY",
  "NUMBER",
] as const;
const rows = 20;

export type Show = (typeof shows)[number];
export type Sort = (typeof sorts)[number];

const View = v.object({
  show: v.fallback(v.picklist(shows), "all"),
  sort: v.fallback(v.picklist(sorts), "UPDATED_NEWEST"),
  q: v.fallback(v.string(), ""),
  after: v.fallback(v.optional(v.string()), undefined),
  before: v.fallback(v.optional(v.string()), undefined),
});

/** Which orders the list shows; it stands in the address, so that Back, reload and bookmarks find it again. */
export type View = v.InferOutput<typeof View>;

/** Reads the address; what it does not know is left at its default. */
export function viewOf(search: string): View {
  return v.parse(View, Object.fromEntries(new URLSearchParams(search)));
}

/** The address of a changed view; another filter, sort or text begins at the first page. */
export function searchOf(view: View, change: Partial<View>): string {
  const next = { ...view, after: undefined, before: undefined, ...change };
  const params = new URLSearchParams();
  if (next.show !== "all") params.set("show", next.show);
  if (next.sort !== "UPDATED_NEWEST") params.set("sort", next.sort);
  if (next.q) params.set("q", next.q);
  if (next.after) params.set("after", next.after);
  if (next.before) params.set("before", next.before);
  return params.toString();
}

const filters: Record<Show, OrderFilter> = {
  all: {},
  open: { status: ["SCHEDULED", "AWAITING_CONTACT", "FINDING_ORGANIZATIONS", "MAPPED", "SETTING_UP"] },
  failed: { bucket: "FAILED" },
  undelivered: { bucket: "UNDELIVERED" },
  disputed: { bucket: "DISPUTED" },
  due: { bucket: "DUE_THIS_WEEK" },
  waiting: { bucket: "MY_TURN" },
  others: { bucket: "WAITING_FOR_OTHERS" },
  provisioning: { bucket: "PROVISIONING" },
  done: { bucket: "DONE" },
  aside: { bucket: "PUT_ASIDE" },
};

/** Does the address name a page other than the first? */
export function isPaged({ after, before }: View): boolean {
  return Boolean(after || before);
}

/** Where the whole list is to be had as a file. */
export function exportOf({ show, q }: View, kind: "csv" | "json"): string {
  const { bucket, status } = filters[show];
  const asked = {
    ...(bucket && { bucket }),
    ...(status && { status: status.join(",") }),
    ...(q && { text: q }),
  };
  const search = new URLSearchParams(asked).toString();
  return `/orders.${kind}${search && `?${search}`}`;
}

/** What the API is asked for this view. */
export function variablesOf({ show, sort, q, after, before }: View): OrdersQueryVariables {
  const page = before ? { last: rows, before } : { first: rows, after: after ?? null };
  return { ...page, sort, filter: { ...filters[show], ...(q && { text: q }) } };
}

/** What is saved of a view. */
export function savedOf({ show, sort, q }: View): Omit<SavedViewFragment, "name"> {
  const { bucket = null, status = null } = filters[show];
  return { bucket, status, sort, text: q || null };
}

/** The view that was saved; undefined where the page has no such filter, as a program may have saved it. */
export function viewOfSaved({
  bucket,
  status,
  sort,
  text,
}: Omit<SavedViewFragment, "name">): View | undefined {
  const show = shows.find(
    (one) => (filters[one].bucket ?? null) === bucket && isSameSet(filters[one].status, status),
  );
  return show && { ...viewOf(""), show, sort, q: text ?? "" };
}

function isSameSet(one: readonly string[] | null | undefined, other: readonly string[] | null): boolean {
  return one && other ? one.toSorted().join() === other.toSorted().join() : !one && !other;
}

/** Whether two views list the same in the same order, whichever page of it they show. */
export function isSameView(one: View, other: View): boolean {
  return one.show === other.show && one.sort === other.sort && plain(one.q) === plain(other.q);
}

/** A search as it is saved. */
function plain(text: string): string {
  return text.normalize().replace(/\s+/g, " ").trim();
}
