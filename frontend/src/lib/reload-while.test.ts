import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { repeat } from "./reload-while";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("nothing is asked again before its answer is here, however long that takes", async () => {
  const answer: (() => void)[] = [];
  const ask = vi.fn(() => new Promise<void>((done) => answer.push(done)));
  const end = repeat(ask);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ask).toHaveBeenCalledTimes(1);
  answer[0]?.();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(ask).toHaveBeenCalledTimes(2);
  end();
});

test("an answer that never comes is not waited for forever", async () => {
  const ask = vi.fn(() => new Promise<void>(() => {}));
  const end = repeat(ask);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask.mock.calls.length).toBeGreaterThan(2);
  end();
});

test("once it has ended, an answer on its way starts nothing", async () => {
  let answer = () => {};
  const ask = vi.fn(() => new Promise<void>((done) => (answer = done)));
  const end = repeat(ask);
  await vi.advanceTimersByTimeAsync(1_500);
  end();
  answer();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(1);
});
