import { expect, test } from "vitest";
import { initials } from "./viewer";

test("initials come from the name before the at sign", () => {
  expect(initials("lena.vogt@halden.example")).toBe("LV");
  expect(initials("it@brandt-logistik.example")).toBe("IT");
  expect(initials("j•••@x.example")).toBe("J");
});
