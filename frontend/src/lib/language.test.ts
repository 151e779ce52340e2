import { expect, test } from "vitest";
import { firstSupported } from "./language";

test("the first wish that the application speaks wins", () => {
  expect(firstSupported(["fr-FR", "de-AT", "en"])).toBe("de");
});

test("who wishes for nothing that it speaks reads English", () => {
  expect(firstSupported([undefined, "fr"])).toBe("en");
  expect(firstSupported([])).toBe("en");
});
