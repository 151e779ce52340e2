import { expect, test } from "vitest";
import { nextPath, signInHref } from "./go";

test("after sign-in the wanted page is opened", () => {
  expect(nextPath("next=%2Fsetup%2Fabc%2Faudience")).toBe("/setup/abc/audience");
  expect(nextPath("next=%2Forders%3Fshow%3Dopen")).toBe("/orders?show=open");
});

test("signing in leads back, and says so where a session has ended", () => {
  expect(signInHref("/", false)).toBe("/sign-in");
  expect(nextPath(signInHref("/setup/abc/audience?view=create", true).replace("/sign-in?", ""))).toBe(
    "/setup/abc/audience?view=create",
  );
  expect(signInHref("/orders", true)).toBe("/sign-in?next=%2Forders&ended=");
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
