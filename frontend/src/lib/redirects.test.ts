import { expect, test } from "vitest";
import { nextPath, repairedAddress, signInHref } from "./redirects";

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
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\n\\evil.example",
    "\t//evil.example",
    " //evil.example",
    "/a\\..\\..\\evil.example",
    "/\u0085/evil.example",
    "javascript:alert(1)",
  ]) {
    expect(nextPath(`next=${encodeURIComponent(elsewhere)}`)).toBe("/");
  }
});

const token = "K84-yM8SJnqn-KmcmX79ay-pQZOs9gzB9aY8T9DLk3I";

test.each([
  [`/setup%23${token}`, `/setup#${token}`],
  [`/setup/%23${token}.`, `/setup#${token}.`],
  [`/setup%2523${token}`, `/setup#${token}`],
  [`/sign-in%23${token}`, `/sign-in#${token}`],
  ["/setup", null],
  ["/sign-in", null],
  ["/setup/T3JkZXI6MQ/audience", null],
])("%s means %s", (path, meant) => {
  expect(repairedAddress(path)).toBe(meant);
});
