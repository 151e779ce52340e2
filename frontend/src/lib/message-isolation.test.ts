import { i18n } from "@lingui/core";
import { expect, test } from "vitest";
import { isolated } from "./bidi-isolation";
import { isolateValues } from "./message-isolation";

test.each([
  ["רישיון", "\u2068רישיון\u2069"],
  ["شركة", "\u2068شركة\u2069"],
  ["Acme 12", "Acme 12"],
  ["東京", "東京"],
])("%j is inserted as %j", (words, inserted) => {
  expect(isolated(words)).toBe(inserted);
});

test("values of messages are isolated, however they are asked for", () => {
  isolateValues();
  i18n.load("en", { greeting: ["Order of ", ["name"], ", ", ["count"]] });
  i18n.activate("en");
  const values = { name: "חברה", count: 5 };
  expect(i18n._("greeting", values)).toBe("Order of \u2068חברה\u2069, 5");
  expect(i18n.t({ id: "greeting", values })).toBe("Order of \u2068חברה\u2069, 5");
});
