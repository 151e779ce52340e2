import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");

test("browsers without light-dark() have every colour as it is in light", () => {
  const declared = [...css.matchAll(/(--[\w-]+): (.*);/g)].map(([, name, value = ""]) => ({ name, value }));
  const chosen = declared.filter(({ value }) => value.includes("light-dark("));
  expect(chosen.length).toBeGreaterThan(20);
  for (const { name, value } of chosen) {
    const light = value.replace(/light-dark\((#\w+), #\w+\)/g, "$1");
    expect(declared).toContainEqual({ name, value: light });
  }
});
