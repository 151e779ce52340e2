import { expect, test } from "vitest";
import { chapters, guideFor } from "./guide";

test("the guide opens at the chapter that tells of the page", () => {
  expect(guideFor("/setup")).toBe("/help/welcome-email");
  expect(guideFor("/setup/8f2c/meetings-licenses")).toBe("/help/licenses");
  expect(guideFor("/setup/8f2c/customer-organization")).toBe("/help/finding-organizations");
  expect(guideFor("/orders/8f2c")).toBe("/help/order-page");
  expect(guideFor("/orders")).toBe("/help/many-orders");
  expect(guideFor("/")).toBe("/help/signing-in");
});

test("from a page without a chapter, and from the guide itself, it opens at its contents", () => {
  expect(["/nowhere", "/setup/8f2c/", "/help", "/help/licenses"].map(guideFor)).toEqual(
    Array(4).fill("/help"),
  );
});

test("no two chapters have one address", () => {
  expect(new Set(chapters).size).toBe(chapters.length);
});
