import { expect, test } from "vitest";
import { oneAtATime } from "./live";

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
