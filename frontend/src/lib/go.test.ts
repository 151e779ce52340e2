import { expect, test } from "vitest";
import { nextPath } from "./go";

test("after sign-in the wanted page is opened", () => {
  expect(nextPath("next=%2Fsetup%2Fabc%2Faudience")).toBe("/setup/abc/audience");
  expect(nextPath("next=%2Forders%3Fshow%3Dopen")).toBe("/orders?show=open");
});

test("an address of another site is not followed", () => {
  for (const elsewhere of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
  ]) {
    expect(nextPath(`next=${encodeURIComponent(elsewhere)}`)).toBe("/");
  }
});
