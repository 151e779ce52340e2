import { i18n } from "@lingui/core";
import { beforeEach, expect, test, vi } from "vitest";
import {
  activity,
  ago,
  countryName,
  date,
  dateTime,
  dayOf,
  lastDay,
  lasting,
  longDateTime,
  number,
  row,
  time,
  zone,
} from "./format";

const now = new Date("2026-11-23T12:00:00Z");

vi.stubEnv("TZ", "Europe/Berlin");
beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

test("what was long ago has its date", () => {
  expect(ago("2026-11-14T08:00:00Z", now)).toBe("14 Nov 2026 (CET)");
  expect(ago("2026-11-17T11:00:00Z", now)).toBe("6 days ago");
  expect(ago("2026-11-22T11:00:00Z", now)).toBe("yesterday");
  expect(ago("2026-11-23T11:00:00Z", now)).toBe("1 hour ago");
});

test("the activity of an organization is told in days, then months, then as a date", () => {
  expect(activity("2026-11-23", now)).toBe("today");
  expect(activity("2026-11-20", now)).toBe("3 days ago");
  expect(activity("2026-06-20", now)).toBe("5 months ago");
  expect(activity("2024-03-12", now)).toBe("12 Mar 2024");
});

test("a date is the same day in every time zone", () => {
  expect(date("2026-12-19")).toBe("19 Dec 2026");
});

test("a time zone has its city and the offset of the day", () => {
  expect(zone("Berlin, Germany", "Europe/Berlin", now)).toBe("Berlin, Germany (UTC+01:00)");
  expect(zone("Berlin", "Europe/Berlin", new Date("2026-07-01T00:00:00Z"))).toBe("Berlin (UTC+02:00)");
  expect(zone("UTC", "UTC", now)).toBe("UTC");
});

test("German has its own numbers, dates and countries", () => {
  i18n.loadAndActivate({ locale: "de", messages: {} });
  expect(number(1200)).toBe("1.200");
  expect(date("2026-12-19")).toBe("19. Dez. 2026");
  expect(countryName("AT")).toBe("Österreich");
});

test("a deadline is a day in UTC, said as in a mail", () => {
  expect(lastDay("2026-12-19T23:59:59Z")).toBe("19 December 2026 (UTC)");
  i18n.loadAndActivate({ locale: "de", messages: {} });
  expect(lastDay("2026-12-19T23:59:59Z")).toBe("19. Dezember 2026 (UTC)");
});

test.each([
  ["en", "24 Nov, 00:40 CET", "00:40 CET", "24 Nov (CET)", "24 November 2026 at 00:40 CET"],
  ["de", "24. Nov., 00:40 MEZ", "00:40 MEZ", "24. Nov. (MEZ)", "24. November 2026 um 00:40 MEZ"],
])("what happened at a moment is told with the name of the reader's zone, %s", (locale, ...told) => {
  i18n.loadAndActivate({ locale, messages: {} });
  const at = "2026-11-23T23:40:00Z";
  expect([dateTime(at, now), time(at), dayOf(at, now), longDateTime(at)]).toEqual(told);
});

test("what stands in a row keeps to itself, and what is missing leaves no gap", () => {
  expect(row(["חברה 100", null, "", "Haifa"])).toBe("\u2068חברה 100\u2069, Haifa");
});

test("how long something lasts is said as a time, and after a week since when", () => {
  expect(lasting("2026-11-23T11:59:30Z", now)).toBe("for less than a minute");
  expect(lasting("2026-11-23T11:00:00Z", now)).toBe("for 1 hour");
  expect(lasting("2026-11-20T11:00:00Z", now)).toBe("for 3 days");
  expect(lasting("2026-11-14T08:00:00Z", now)).toBe("since 14 Nov 2026 (CET)");
});
