import { expect, test, vi } from "vitest";
import { allowChanges, allowedFor, changeHeaders, stopChanges } from "./allowed-changes";

test("a page only reads until it is told why it may change, and again after a quarter of an hour", () => {
  vi.useFakeTimers();
  expect(changeHeaders()).toEqual({ "Read-Only": "1" });
  allowChanges("Grüße 🌱\ud800");
  expect(changeHeaders()).toEqual({ "Change-Reason": "Gr%C3%BC%C3%9Fe%20%F0%9F%8C%B1%EF%BF%BD" });
  vi.setSystemTime(Date.now() + allowedFor);
  expect(changeHeaders()).toEqual({ "Read-Only": "1" });
  allowChanges("Again");
  stopChanges();
  expect(changeHeaders()).toEqual({ "Read-Only": "1" });
  vi.useRealTimers();
});
