import { expect, test } from "vitest";
import { byField, problem } from "./problem";

test("a problem knows its field by the path below the input", () => {
  expect(problem("sites.1.siteName", "Enter a name").field).toEqual(["sites", "1", "siteName"]);
});

test("several problems of one field stand together", () => {
  const problems = [
    problem("email", "Enter an email address"),
    problem("email", "Too long"),
    problem("name", "Enter a name"),
  ];
  expect(byField(problems)).toEqual({
    email: ["Enter an email address", "Too long"],
    name: ["Enter a name"],
  });
});
