import { i18n } from "@lingui/core";
import { beforeEach, expect, test } from "vitest";
import { activity, ago, countryName, date, number, zone } from "./format";

const now = new Date("2026-11-23T12:00:00Z");

beforeEach(() => i18n.loadAndActivate({ locale: "en", messages: {} }));

test("what was long ago has its date", () => {
  expect(ago("2026-11-14T08:00:00Z", now)).toBe("14 Nov 2026");
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
  expect(zone("Europe/Berlin", now)).toBe("Berlin, UTC+01:00");
  expect(zone("Europe/Berlin", new Date("2026-07-01T00:00:00Z"))).toBe("Berlin, UTC+02:00");
  expect(zone("UTC", now)).toBe("UTC, UTC+00:00");
});

test("German has its own numbers, dates and countries", () => {
  i18n.loadAndActivate({ locale: "de", messages: {} });
  expect(number(1200)).toBe("1.200");
  expect(date("2026-12-19")).toBe("19. Dez. 2026");
  expect(countryName("AT")).toBe("Österreich");
});
