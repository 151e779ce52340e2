import { expect, test } from "vitest";
import { kindOf, matches } from "./matching-events";

const event = {
  kind: "mail_failed",
  actor: "Control Hub",
  summary: "Email not delivered: Set up Webex",
  reason: "550 No such user",
  correlationId: "6b9e3dec01d01e3b",
  changes: [{ field: "status", before: "MAPPED", after: "SETTING_UP" }],
};
const all = { kind: "", actor: "", text: "" } as const;

test("an event is found by each word of a text, whoever says it and however it is spelled", () => {
  for (const text of ["", "  ", "WEBEX set", "no such", "control", "6b9e3dec01d01e3b", "setting_up", "550"]) {
    expect(matches(event, { ...all, text })).toBe(true);
  }
  expect(matches(event, { ...all, text: "webex calling" })).toBe(false);
  expect(matches(event, { ...all, actor: "Control Hub" })).toBe(true);
  expect(matches(event, { ...all, actor: "Control" })).toBe(false);
  expect(matches(event, { ...all, kind: "EMAILS", text: "webex" })).toBe(true);
  expect(matches(event, { ...all, kind: "SERVICES" })).toBe(false);
});

test("a word that is new is about the order itself", () => {
  expect(
    ["step_failed", "mapping_undone", "reminded", "order_placed", "viewed_as"].map((kind) =>
      kindOf({ kind }),
    ),
  ).toEqual(["SERVICES", "ORGANIZATIONS", "EMAILS", "ORDER", "ORDER"]);
});
