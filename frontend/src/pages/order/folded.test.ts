import { expect, test } from "vitest";
import { folded } from "./folded";

const event = (kind: string, summary: string) => ({ kind, summary });

test("tries of one mail are one line, other events stay on their own", () => {
  const deferred = event("mail_deferred", "Email deferred: Hello");
  const events = [
    event("mail_sent", "Email sent: Hello"),
    deferred,
    deferred,
    deferred,
    event("mail_deferred", "Email deferred: Reminder"),
    event("sites_saved", "Saved the sites"),
    event("sites_saved", "Saved the sites"),
  ];
  expect(folded(events).map(({ length }) => length)).toEqual([1, 3, 1, 1, 1]);
  expect(folded([])).toEqual([]);
});
