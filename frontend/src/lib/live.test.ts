import { expect, test } from "vitest";
import { ahead, merged, newer, oneAtATime } from "./live";
import { retryDelay } from "./socket";

test("changes told while the order is being loaded cause one more load after it", async () => {
  let calls = 0;
  let finish = () => {};
  const ask = oneAtATime(() => {
    calls += 1;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  const done = ask();
  ask();
  ask();
  expect(calls).toBe(1);
  finish();
  await Promise.resolve();
  await Promise.resolve();
  expect(calls).toBe(2);
  finish();
  await done;
  expect(calls).toBe(2);
});

test("an order that was asked for before a change does not replace the change's answer", () => {
  const answer = { id: "a", version: 7 };
  expect(newer(answer, { id: "a", version: 6 })).toBe(answer);
  expect(newer(answer, { id: "a", version: 7 })).not.toBe(answer);
  expect(newer(answer, { id: "b", version: 1 }).id).toBe("b");
});

test("while the socket tells of changes, a request only adds a change that the socket has not told yet", () => {
  const told = { id: "a", version: 7, progress: 0.5 };
  expect(ahead(told, { id: "a", version: 7, progress: 0.25 })).toBe(told);
  expect(ahead(told, { id: "a", version: 8, progress: 0 }).version).toBe(8);
  expect(ahead(null, told)).toBe(told);
  expect(ahead(told, { id: "b", version: 1, progress: 0 }).id).toBe("b");
});

test("an answer that tells a part of the order leaves the rest as it is shown", () => {
  const shown = { id: "a", version: 7, status: "MAPPED", emails: ["one"] };
  expect(merged(shown, { id: "a", version: 8, status: "CANCELLED" })).toEqual({
    id: "a",
    version: 8,
    status: "CANCELLED",
    emails: ["one"],
  });
  expect(merged(shown, { id: "a", version: 6, status: "SCHEDULED" })).toBe(shown);
  expect(merged(shown, { id: "b", version: 9 })).toBe(shown);
});

test("a page waits longer each time before it connects again, up to half a minute", () => {
  expect([0, 1, 2, 3, 4, 5, 40].map((retries) => retryDelay(retries, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
  expect(retryDelay(3, 0)).toBe(4_000);
});
