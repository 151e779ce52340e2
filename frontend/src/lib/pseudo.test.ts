import { setupI18n } from "@lingui/core";
import { expect, test } from "vitest";
import { pseudo } from "./pseudo";

const english = {
  plain: ["Sign in"],
  placed: ["Sent to ", ["to"], "."],
  tagged: ["<0>Sign in</0> to see"],
  counted: [["count", "plural", { one: "One order", other: ["#", " orders"] }]],
} as never;

function said(id: string, values: Record<string, unknown> = {}): string {
  const i18n = setupI18n({ locale: "en-XA", messages: { "en-XA": pseudo(english) } });
  return i18n._(id, values);
}

test("a pseudo message is bracketed, accented and 40 % longer, its places and tags as they were", () => {
  expect(said("plain")).toBe("[Sîgn~~ în~]");
  expect(said("placed", { to: "ann@acme.example" })).toBe("[Sént~~ tö~ ann@acme.example.]");
  expect(said("tagged")).toBe("[<0>Sîgn~~ în~</0> tö~ séé~]");
});

test("each case of a plural is one too", () => {
  expect(said("counted", { count: 1 })).toBe("[Öné~ ördér~~]");
  expect(said("counted", { count: 3 })).toBe("[3 ördérs~~]");
});
