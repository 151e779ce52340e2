import { expect, test } from "vitest";
import { newer, oneAtATime } from "./live";

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
