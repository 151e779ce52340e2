import { expect, test } from "vitest";
import { firstSpoken } from "./language";

test("the first wish that the application speaks wins", () => {
  expect(firstSpoken(["fr-FR", "de-AT", "en"])).toBe("de");
});

test("who wishes for nothing that it speaks reads English", () => {
  expect(firstSpoken([undefined, "fr"])).toBe("en");
  expect(firstSpoken([])).toBe("en");
});
