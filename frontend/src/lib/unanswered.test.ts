import { afterEach, expect, test, vi } from "vitest";
import { answered, expectAnswer } from "./unanswered";

afterEach(() => {
  vi.useRealTimers();
});

test("what arrives by itself waits for all acts and for what follows their answers", async () => {
  const seen: string[] = [];
  let answer = (_: string) => {};
  const refused = expectAnswer(Promise.reject(new Error("offline")));
  expectAnswer(new Promise<string>((done) => (answer = done))).then((said) => seen.push(said));
  const waited = answered().then(() => seen.push("told"));
  await expect(refused).rejects.toThrow("offline");
  await new Promise((done) => setTimeout(done));
  expect(seen).toEqual([]);
  answer("done");
  await waited;
  expect(seen).toEqual(["done", "told"]);
});

test("an act that is never answered holds up nothing for long, and later news not at all", async () => {
  vi.useFakeTimers();
  let told = 0;
  expectAnswer(new Promise(() => {}));
  answered().then(() => told++);
  await vi.advanceTimersByTimeAsync(29_900);
  expect(told).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(told).toBe(1);
  answered().then(() => told++);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toBe(2);
});
