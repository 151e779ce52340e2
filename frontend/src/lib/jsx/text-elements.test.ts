import { jsx } from "react/jsx-runtime";
import { expect, test } from "vitest";
import { wrapTexts } from "./text-elements";

const icon = jsx("i", {});
const alone = (words: string) => jsx("span", { children: words });

test.each([
  { name: "a text beside an element", given: [icon, "Saved"], drawn: [icon, alone("Saved")] },
  {
    name: "texts in a row are one",
    given: ["Saved ", 3, " times"],
    drawn: [alone("Saved 3 times"), null, null],
  },
  {
    name: "so are those with nothing between",
    given: ["a", false, " ", "b", icon],
    drawn: [alone("a b"), null, null, null, icon],
  },
  {
    name: "blanks beside elements stay",
    given: [icon, " ", "a", " ", icon],
    drawn: [icon, " ", alone("a"), " ", icon],
  },
  {
    name: "a name that is isolated stays apart",
    given: ["for ", "שלום", " today"],
    drawn: [alone("for "), jsx("bdi", { children: "שלום" }), alone(" today")],
  },
  { name: "an element parts texts", given: ["a", icon, "b"], drawn: [alone("a"), icon, alone("b")] },
])("$name", ({ given, drawn }) => {
  expect(wrapTexts({ children: given }).children).toEqual(drawn);
});

test("what holds no text, or nothing else, stays as it is", () => {
  for (const children of ["only", [icon, null], [icon, " "]]) {
    const props = { children };
    expect(wrapTexts(props)).toBe(props);
  }
});
