import { expect, test } from "vitest";
import type { WaitingOrderFragment, WaitingOrdersQuery } from "../../gql/graphql";
import { firstTasks } from "./first-tasks";

const day = 24 * 60 * 60 * 1000;
const order = (id: string, change: Partial<WaitingOrderFragment> = {}): WaitingOrderFragment => ({
  id,
  orderNumber: id,
  test: false,
  companyName: id,
  status: "AWAITING_CONTACT",
  deadline: new Date(Date.now() + 20 * day).toISOString(),
  updatedAt: "2026-11-19T09:00:00Z",
  nextStep: "AUDIENCE",
  undeliveredTo: null,
  waitingFor: null,
  allowedMutations: [],
  requirements: { currentlyDue: [] },
  services: [],
  ...change,
});
const soon = { deadline: new Date(Date.now() + 2 * day).toISOString() };
const service = (state: "DRAFT" | "NOT_STARTED") => ({
  id: state,
  kind: "MEETINGS" as const,
  state,
  failure: null,
  correlationId: null,
  nextStep: null,
  savedAt: null,
});

function tasks(
  lists: Partial<Record<"failed" | "due" | "begun" | "fresh", WaitingOrderFragment[]>>,
): string[] {
  const edges = (orders: WaitingOrderFragment[] = []) => ({ edges: orders.map((node) => ({ node })) });
  const { failed, due, begun, fresh } = lists;
  const asked = { failed: edges(failed), due: edges(due), begun: edges(begun), fresh: edges(fresh) };
  return firstTasks(asked as unknown as WaitingOrdersQuery).map(({ id }) => id);
}

test("failed orders come first, then those due soon, drafts, and new ones; each once", () => {
  const urgent = order("urgent", soon);
  const draft = order("draft", { status: "MAPPED", services: [service("DRAFT")] });
  const mapped = order("mapped", { status: "MAPPED", services: [service("NOT_STARTED")] });
  const failed = order("failed", { status: "SETTING_UP" });
  const shown = tasks({
    failed: [failed],
    due: [urgent, order("later")],
    begun: [mapped, draft, failed],
    fresh: [order("new"), urgent],
  });
  expect(shown).toEqual(["failed", "urgent", "draft", "mapped", "new"]);
});

test("there are five at most, and a deadline of a mapped order hurries nobody", () => {
  const many = [1, 2, 3, 4, 5, 6].map((number) => order(`new ${number}`));
  expect(tasks({ fresh: many })).toHaveLength(5);
  const mapped = order("mapped", { status: "MAPPED", ...soon });
  expect(tasks({ due: [mapped], fresh: [order("new")] })).toEqual(["new"]);
});
