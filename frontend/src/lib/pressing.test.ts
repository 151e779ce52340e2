import { beforeEach, expect, test, vi } from "vitest";
import { released, watchPresses } from "./pressing";

beforeEach(() => {
  vi.useFakeTimers();
  watchPresses();
});

/** What waits for the release, and whether it has come. */
function waiting() {
  const arrived = { yet: false };
  released().then(() => {
    arrived.yet = true;
  });
  return arrived;
}
const send = (name: string) => window.dispatchEvent(new Event(name));
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

test("without a press nothing waits", async () => {
  const answer = waiting();
  await pass(0);
  expect(answer.yet).toBe(true);
});

test.each(["pointerup", "pointercancel", "blur"])(
  "what arrives during a press waits until after %s",
  async (end) => {
    send("pointerdown");
    const answer = waiting();
    await pass(1_000);
    expect(answer.yet).toBe(false);
    send(end);
    await pass(10); // the click comes first
    expect(answer.yet).toBe(false);
    await pass(50);
    expect(answer.yet).toBe(true);
  },
);

test("a second press that follows at once is waited for too", async () => {
  send("pointerdown");
  const answer = waiting();
  send("pointerup");
  await pass(60);
  send("pointerdown");
  const second = waiting();
  await pass(60);
  expect([answer.yet, second.yet]).toEqual([true, false]);
  send("pointerup");
  await pass(60);
  expect(second.yet).toBe(true);
});

test("what arrives with a key waits until the key is seen", async () => {
  send("keydown");
  const answer = waiting();
  await pass(0);
  expect(answer.yet).toBe(false);
  await pass(50); // a frame
  expect(answer.yet).toBe(true);
});

test("where no frame is drawn, a key holds nothing up for longer than a tenth of a second", async () => {
  vi.spyOn(window, "requestAnimationFrame").mockReturnValue(0);
  send("keydown");
  const answer = waiting();
  await pass(110);
  expect(answer.yet).toBe(true);
  vi.restoreAllMocks();
});

test("a pointer that is never let go holds nothing up for more than two seconds", async () => {
  send("pointerdown");
  const answer = waiting();
  await pass(2_060);
  expect(answer.yet).toBe(true);
});
