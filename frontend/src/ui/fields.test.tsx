import { i18n } from "@lingui/core";
import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { problem } from "../lib/problem";
import { CodeField } from "./code-field";
import { Form } from "./form";
import { NumberField } from "./number-field";
import { draw } from "./testing";
import { TextField } from "./text-field";

/** All that a screen reader says of a field besides its name. */
function described(field: HTMLElement): string {
  const ids = field.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
}

test("a field is known by its label, and described by its hint", () => {
  draw(<TextField label="Location name" hint="Unique in your organization." />);
  const field = screen.getByRole("textbox", { name: "Location name" });
  expect(described(field)).toContain("Unique in your organization.");
  expect(field.getAttribute("aria-invalid")).toBeNull();
});

test("what was refused is said at its field until the value is another one", async () => {
  const errors = [problem("siteName", "Enter a name"), problem("other", "Not about this field")];
  function Page() {
    const [value, setValue] = useState("br--andt");
    return (
      <Form errors={errors} onSubmit={() => {}}>
        <TextField name="siteName" label="Webex URL name" value={value} onChange={setValue} />
      </Form>
    );
  }
  const { user } = draw(<Page />);
  const field = screen.getByRole("textbox", { name: "Webex URL name" });
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(described(field)).toBe("Enter a name");
  await user.type(field, "x");
  expect(field.getAttribute("aria-invalid")).toBeNull();
  expect(screen.queryByText("Enter a name")).toBeNull();
});

test("an error takes the place of a note", () => {
  const note = { tone: "ok", text: "brandt.webex.com is available" } as const;
  const { redraw } = draw(<TextField name="siteName" label="Name" note={note} />);
  expect(screen.getByText(note.text)).toBeTruthy();
  redraw(
    <Form errors={[problem("siteName", "Enter a name")]} onSubmit={() => {}}>
      <TextField name="siteName" label="Name" note={note} />
    </Form>,
  );
  expect(screen.queryByText(note.text)).toBeNull();
  expect(screen.getByText("Enter a name")).toBeTruthy();
});

test("a box of several lines takes Enter, a line sends its form", async () => {
  const sent = vi.fn();
  const { user } = draw(
    <Form errors={[]} onSubmit={sent}>
      <TextField label="Reason" multiline />
      <TextField label="Name" />
    </Form>,
  );
  const reason = screen.getByRole("textbox", { name: "Reason" });
  await user.type(reason, "one{Enter}two");
  expect((reason as HTMLTextAreaElement).value).toBe("one\ntwo");
  expect(sent).not.toHaveBeenCalled();
  await user.type(screen.getByRole("textbox", { name: "Name" }), "a{Enter}");
  expect(sent).toHaveBeenCalledOnce();
});

test("a disabled field says so and takes nothing", async () => {
  const { user } = draw(<TextField label="Name" defaultValue="brandt" isDisabled />);
  const field = screen.getByRole("textbox", { name: "Name" }) as HTMLInputElement;
  await user.type(field, "x");
  expect([field.disabled, field.value]).toEqual([true, "brandt"]);
});

function Units({ wrong }: { wrong?: string }) {
  const [value, setValue] = useState("");
  return (
    <NumberField label="Units" labelUnseen name="units" value={value} onChange={setValue} wrong={wrong} />
  );
}

test.each([
  ["1250", "1,250", "en"],
  ["1250", "1.250", "de"],
  ["{ArrowUp}{ArrowUp}{ArrowDown}", "1", "en"],
  ["{ArrowDown}", "", "en"],
  ["7{ArrowUp}", "8", "en"],
  ["abc{ArrowUp}", "abc", "en"],
])("a number field that is given %s holds %s once it is left (%s)", async (typed, shown, language) => {
  i18n.loadAndActivate({ locale: language, messages: {} });
  const { user, unmount } = draw(<Units />);
  const field = screen.getByRole("textbox", { name: "Units" }) as HTMLInputElement;
  await user.click(field);
  await user.keyboard(typed);
  await user.tab();
  expect(field.value).toBe(shown);
  unmount();
  i18n.loadAndActivate({ locale: "en", messages: {} });
});

test("a number that is left as it was is no change", async () => {
  const changed = vi.fn();
  const { user } = draw(<NumberField label="Units" name="units" value="1,250" onChange={changed} />);
  await user.click(screen.getByRole("textbox", { name: "Units" }));
  await user.tab();
  expect(changed).not.toHaveBeenCalled();
});

test("what is wrong with a number is said once the field is left, not while it is typed", async () => {
  const { user } = draw(<Units wrong="Enter a whole number" />);
  const field = screen.getByRole("textbox", { name: "Units" });
  await user.type(field, "1a");
  expect(screen.queryByText("Enter a whole number")).toBeNull();
  await user.tab();
  expect(described(field)).toBe("Enter a whole number");
});

test("a code field takes the digits of whatever is pasted, and has the keyboard of digits", async () => {
  const taken = vi.fn();
  const { user } = draw(<CodeField value="" onChange={taken} />);
  const field = screen.getByRole("textbox", { name: "Code" });
  expect(document.activeElement).toBe(field);
  expect([field.getAttribute("inputmode"), field.getAttribute("autocomplete")]).toEqual([
    "numeric",
    "one-time-code",
  ]);
  await user.paste("Your code: 407 123");
  expect(taken).toHaveBeenLastCalledWith("407123");
});

test("what an input method composes is left alone until it is done", () => {
  const taken = vi.fn();
  draw(<CodeField value="" onChange={taken} />);
  const field = screen.getByRole("textbox", { name: "Code" });
  fireEvent.compositionStart(field);
  fireEvent.change(field, { target: { value: "４０７" } });
  expect(taken).not.toHaveBeenCalled();
  fireEvent.compositionEnd(field);
  expect(taken).toHaveBeenLastCalledWith("407");
});
