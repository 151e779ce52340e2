import { i18n } from "@lingui/core";
import { beforeEach, expect, test } from "vitest";
import { dayOf, time } from "../../lib/format";
import { timeOrDay } from "./time-or-day";

const now = new Date("2026-11-23T12:00:00Z");

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

test("where there is little room it is told by the clock, but on another day by the day", () => {
  expect(timeOrDay(now.toISOString(), now)).toBe(time(now.toISOString()));
  expect(timeOrDay("2026-11-14T08:00:00Z", now)).toBe(dayOf("2026-11-14T08:00:00Z", now));
});
