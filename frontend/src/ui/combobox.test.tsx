import { screen, within } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { lastAnnouncement } from "../lib/announce";
import { Combobox } from "./combobox";
import { draw } from "./testing";

const countries = [
  { id: "AT", name: "Austria" },
  { id: "AU", name: "Australia" },
  { id: "DE", name: "Germany", search: ["Deutschland"], aside: "DE" },
];

type FieldProps = { onChange?: (id: string | null) => void; start?: string | null; isFree?: boolean };

function Field({ onChange, start = null, isFree = false }: FieldProps) {
  const [value, setValue] = useState(start);
  return (
    <Combobox
      label="Country"
      options={countries}
      value={value}
      isFree={isFree}
      onChange={(id) => {
        setValue(id);
        onChange?.(id);
      }}
    />
  );
}

const field = () => screen.getByRole("combobox", { name: "Country" }) as HTMLInputElement;
const shown = () =>
  within(screen.getByRole("listbox", { name: "Country" }))
    .getAllByRole("option")
    .map((option) => option.querySelector("span span")?.textContent);
/** The option that a screen reader stands on. */
const active = () =>
  document.getElementById(field().getAttribute("aria-activedescendant") ?? "")?.textContent?.trim();

test("closed, it is one field that says that there is a list", async () => {
  const { user } = draw(<Field />);
  expect(field().getAttribute("aria-expanded")).toBe("false");
  expect(screen.queryByRole("listbox")).toBeNull();
  await user.tab();
  expect(document.activeElement).toBe(field());
  await user.tab();
  expect(document.activeElement).toBe(document.body); // its button is for the pointer
});

test("arrow keys open the list and go round in it; Enter takes, Escape takes nothing", async () => {
  const changed = vi.fn();
  const { user } = draw(<Field onChange={changed} />);
  await user.tab();
  await user.keyboard("{ArrowDown}");
  expect([field().getAttribute("aria-expanded"), shown(), active()]).toEqual([
    "true",
    ["Austria", "Australia", "Germany"],
    undefined,
  ]);
  await user.keyboard("{ArrowUp}");
  expect(active()).toContain("Germany");
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(active()).toBe("Australia");
  await user.keyboard("{Escape}");
  expect([screen.queryByRole("listbox"), field().value, changed.mock.calls]).toEqual([null, "", []]);
  await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  expect([field().value, changed.mock.calls]).toEqual(["Austria", [["AT"]]]);
});

test.each([
  ["aus", ["Austria", "Australia"], "2 matches", "AT"],
  ["deutsch", ["Germany"], "1 match", "DE"],
  ["xyz", null, "Nothing matches", null],
])("typing %s says how many match, and leaving takes the first", async (typed, found, said, id) => {
  const changed = vi.fn();
  const { user } = draw(<Field onChange={changed} start="AU" />);
  await user.clear(field());
  await user.type(field(), typed);
  expect(lastAnnouncement().trim()).toBe(said);
  if (found) expect(shown()).toEqual(found);
  await user.tab();
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(changed).toHaveBeenLastCalledWith(id);
  expect(screen.queryByText(/Nothing matches “xyz”/) !== null).toBe(id === null);
});

test("an emptied field chooses nothing", async () => {
  const changed = vi.fn();
  const { user } = draw(<Field onChange={changed} start="DE" />);
  await user.clear(field());
  await user.tab();
  expect(changed).toHaveBeenLastCalledWith(null);
});

test("a free field keeps what is not in the list, and says so", async () => {
  const changed = vi.fn();
  const { user } = draw(<Field onChange={changed} isFree />);
  await user.type(field(), "Atlantis");
  expect(lastAnnouncement().trim()).toBe("Not in the list, kept as written");
  await user.tab();
  expect(changed).toHaveBeenLastCalledWith("Atlantis");
});

test("the pointer opens the list by its button and takes an option; the field keeps the focus", async () => {
  const changed = vi.fn();
  const { user } = draw(<Field onChange={changed} />);
  await user.click(screen.getByRole("button", { name: "Show all: Country" }));
  await user.click(screen.getByRole("option", { name: "Australia" }));
  expect(changed).toHaveBeenCalledExactlyOnceWith("AU");
  expect(document.activeElement).toBe(field());
});

test("of a long list only what is seen and what is near the active option is there, each with its place", async () => {
  const options = Array.from({ length: 400 }, (_, place) => ({ id: `${place}`, name: `Zone ${place}` }));
  const { user } = draw(<Combobox label="Country" options={options} value="200" onChange={() => {}} />);
  await user.click(field());
  const [there, first] = [
    screen.getAllByRole("option").length,
    screen.getByRole("option", { name: "Zone 0" }),
  ];
  expect(there).toBeLessThan(60);
  expect([active(), first.ariaPosInSet, first.ariaSetSize]).toEqual(["Zone 200", "1", "400"]);
  await user.keyboard("{ArrowUp}".repeat(25));
  expect(active()).toBe("Zone 175");
  await user.keyboard("{Escape}");
  await user.clear(field());
  await user.keyboard("{ArrowDown}{ArrowUp}");
  expect(active()).toBe("Zone 399");
});
