import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TypedStepFragment } from "../../gql/graphql";
import { Keeper, standing, typedOf, writer } from "./keeper";

type Sent = { entries: string; number: number; after: string | null; revision?: string };

let sent: { input: Sent; keepalive: boolean; answer: (data: unknown) => void; fail: () => void }[] = [];

vi.stubGlobal("fetch", (_: string, { body, keepalive }: { body: string; keepalive: boolean }) => {
  const { variables } = JSON.parse(body);
  return new Promise((done, fail) =>
    sent.push({
      input: variables.input,
      keepalive,
      answer: (data) => done(new Response(JSON.stringify({ data }))),
      fail: () => fail(new TypeError("offline")),
    }),
  );
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  sent = [];
});

const place = { orderId: "order", step: "MEETINGS_SITES" } as const;
const typed = (values: unknown, revision = "elsewhere:1", form = 1): TypedStepFragment => ({
  step: "MEETINGS_SITES",
  entries: JSON.stringify({ form, values }),
  version: 3,
  revision,
  typedAt: "2026-11-30T18:00:00Z",
  savedBy: null,
  savedAt: null,
});
const kept = (values: unknown, after: string | null = null) => ({ values, version: 3, after });
const accepted = (revision: string) => ({ keepTypedStep: { typedStep: { revision }, userErrors: [] } });
const refused = {
  keepTypedStep: { typedStep: { revision: "other:1" }, userErrors: [{ code: "VERSION_CONFLICT" }] },
};
const valuesOf = ({ input }: (typeof sent)[number]) => JSON.parse(input.entries).values;

async function answer(place: number, data: unknown): Promise<void> {
  sent[place]?.answer(data);
  await vi.advanceTimersByTimeAsync(0);
}

test("what was typed elsewhere is shown if it differs from what is saved and has a form that is known", () => {
  expect(typedOf(typed({ a: 1 }), { a: 2 })?.values).toEqual({ a: 1 });
  expect(typedOf(typed({ a: 1 }), { a: 1 })).toBe(null);
  expect(typedOf(typed({ a: 1 }, "elsewhere:1", 0), { a: 2 })).toBe(null);
  expect(typedOf(undefined, {})).toBe(null);
  const [one, saved] = [typed({ a: 1 }), { a: 2 }];
  expect(typedOf(one, saved)).toBe(typedOf(one, saved));
  expect(typedOf(one, { a: 1 })).toBe(null);
});

test("what is on the server is known, this tab's own, or was typed elsewhere", () => {
  const there = typedOf(typed({ a: 1 }), null);
  expect(standing(kept({ a: 2 }), null)).toBe("known");
  expect(standing(kept({ a: 2 }, "elsewhere:1"), there)).toBe("known");
  expect(standing(kept({ a: 2 }), typedOf(typed({ a: 1 }, `${writer}:9`), null))).toBe("known");
  expect(standing(kept({ a: 1 }), there)).toBe("own");
  expect(standing(kept({ a: 2 }, "elsewhere:0"), there)).toBe("elsewhere");
});

test("what is typed goes out within two seconds, one state at a time, and the last one always does", async () => {
  const told = vi.fn();
  const keeper = new Keeper(place, told);
  for (let count = 0; count < 19; count += 1) {
    keeper.keep(kept(count));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent.map(valuesOf)).toEqual([9]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toHaveLength(1);
  await answer(0, accepted("mine:1"));
  expect(told).toHaveBeenCalledWith("mine:1");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent.map(valuesOf)).toEqual([9, 18]);
  expect(sent[1]?.input.number).toBeGreaterThan(sent[0]?.input.number ?? 0);
  await answer(1, refused);
  expect(told).toHaveBeenLastCalledWith(null);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(2);
});

test("without a connection it is tried again, with what was typed since", async () => {
  const keeper = new Keeper(place, vi.fn());
  keeper.keep(kept("a"));
  await vi.advanceTimersByTimeAsync(1_000);
  sent[0]?.fail();
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.keep(kept("ab"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent.map(valuesOf)).toEqual(["a", "ab"]);
});

test("when the page is left what waits goes out at once, beside what is under way", async () => {
  const keeper = new Keeper(place, vi.fn());
  keeper.keep(kept("a"));
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.keep(kept("ab"));
  keeper.flush(true);
  expect(sent.map(({ keepalive }) => keepalive)).toEqual([false, true]);
  keeper.flush(true);
  expect(sent).toHaveLength(2);
});

test("what is saved is over, also what was still on its way, and old answers do not bring it back", async () => {
  const keeper = new Keeper(place, vi.fn());
  keeper.keep(kept("a"));
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.keep(kept("ab"));
  keeper.end("before:1", true);
  await answer(0, accepted("mine:1"));
  expect(sent).toHaveLength(2);
  expect(sent[1]?.input.revision).toBe(`${writer}:${sent[0]?.input.number}`);
  expect(typedOf(typed("a", "before:1"), null)).toBe(null);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(2);
  new Keeper(place, vi.fn()).end("before:2", true);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(2);
  new Keeper(place, vi.fn()).end("before:3", false);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent[2]?.input.revision).toBe("before:3");
});

test("what was replaced is over: an answer that was asked for before is no other device", async () => {
  const keeper = new Keeper(place, vi.fn());
  keeper.keep(kept("ab", "replaced:1"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(typedOf(typed("a", "replaced:1"), null)).not.toBe(null);
  await answer(0, accepted("mine:1"));
  expect(typedOf(typed("a", "replaced:1"), null)).toBe(null);
});
