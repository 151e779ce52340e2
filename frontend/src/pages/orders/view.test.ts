import { expect, test } from "vitest";
import { isSameView, savedOf, searchOf, variablesOf, viewOf, viewOfSaved } from "./view";

test("an empty address shows all orders, the last changed first", () => {
  expect(viewOf("")).toEqual({
    show: "all",
    sort: "UPDATED_NEWEST",
    q: "",
    after: undefined,
    before: undefined,
  });
});

test("what the address says wrongly is left at its default", () => {
  expect(viewOf("show=nonsense&sort=1&q=brandt")).toMatchObject({
    show: "all",
    sort: "UPDATED_NEWEST",
    q: "brandt",
  });
});

test("another filter begins at the first page", () => {
  const view = viewOf("q=brandt&after=abc");
  expect(searchOf(view, { show: "done" })).toBe("show=done&q=brandt");
});

test("the address of a view reads as that view", () => {
  const view = viewOf("show=open&sort=DEADLINE_FIRST&q=a+b&after=c");
  expect(viewOf(searchOf(view, { after: view.after }))).toEqual(view);
});

test("a page back asks for the last rows before the cursor", () => {
  expect(variablesOf(viewOf("before=c"))).toMatchObject({ last: 20, before: "c" });
  expect(variablesOf(viewOf("before=c"))).not.toHaveProperty("first");
});

test("what the bar counts is asked for by its bucket", () => {
  expect(variablesOf(viewOf("show=waiting&q=x")).filter).toEqual({ bucket: "MY_TURN", text: "x" });
});

test.each(["", "show=open&sort=NUMBER", "show=waiting&q=a+b", "show=aside&sort=COMPANY"])(
  "what is saved of a view reads as that view: %s",
  (search) => {
    expect(viewOfSaved(savedOf(viewOf(search)))).toEqual(viewOf(search));
  },
);

test("a saved filter that the page does not have is no view of it", () => {
  expect(viewOfSaved({ bucket: null, status: ["CLOSED"], sort: "NUMBER", text: null })).toBeUndefined();
  expect(viewOfSaved({ bucket: "DONE", status: ["CLOSED"], sort: "NUMBER", text: null })).toBeUndefined();
});

test("another page of a view is the same view, and blanks say nothing", () => {
  expect(isSameView(viewOf("q=a++b&after=c"), viewOf("q=a+b"))).toBe(true);
  expect(isSameView(viewOf("q=a+b"), viewOf("q=a+b&sort=NUMBER"))).toBe(false);
});
