import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import type { WizardOrder } from "../../lib/order";
import { useDraft } from "./draft";

const order = { id: "order", version: 3 } as WizardOrder;

test("what is kept stays the same objects, and is read anew where something else was stored", () => {
  sessionStorage.clear();
  const { result } = renderHook(() => useDraft(order, "meetings-sites", [] as { siteName: string }[]));
  const values = [{ siteName: "brandt" }, { siteName: "brandt-2" }];
  act(() => result.current.change(values));
  const latest = result.current.latest();
  expect(latest?.values[1]).toBe(values[1]);
  const key = sessionStorage.key(0) ?? "";
  sessionStorage.setItem(key, JSON.stringify({ ...latest, values: [{ siteName: "other" }] }));
  expect(result.current.latest()?.values).toEqual([{ siteName: "other" }]);
  act(() => result.current.clear());
  expect(result.current.latest()).toBeNull();
});
