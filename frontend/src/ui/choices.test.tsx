import { screen, within } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { problem } from "../lib/problem";
import { Address } from "./address";
import { Checkbox } from "./checkbox";
import { Conflict } from "./conflict";
import { Form } from "./form";
import { PageTitle } from "./page-title";
import { RadioCard, RadioCards } from "./radio-card";
import { draw } from "./testing";

test("a box is ticked by its words and by Space, and read out with its hint", async () => {
  const ticked = vi.fn();
  const { user } = draw(
    <Checkbox onChange={ticked} hint="This site gets features early.">
      Early release schedule
    </Checkbox>,
  );
  const box = screen.getByRole("checkbox", { name: /Early release schedule.*gets features early/ });
  await user.click(screen.getByText("Early release schedule"));
  expect(ticked).toHaveBeenLastCalledWith(true);
  await user.keyboard(" ");
  expect(ticked).toHaveBeenLastCalledWith(false);
  expect(document.activeElement).toBe(box);
});

function Audience({ errors = [] }: { errors?: ReturnType<typeof problem>[] }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <Form errors={errors} onSubmit={() => {}}>
      <RadioCards name="audience" label="Who is this order for?" value={value} onChange={setValue}>
        <RadioCard value="customer" title="A customer">
          For one of your customers
        </RadioCard>
        <RadioCard
          value="own"
          title="Your company"
          reveal={value === "own" && <input aria-label="Email" />}
        />
      </RadioCards>
    </Form>
  );
}

test("cards are one group of radio buttons: one tab stop, arrow keys choose", async () => {
  const { user } = draw(<Audience />);
  const group = screen.getByRole("radiogroup", { name: "Who is this order for?" });
  const [customer, own] = within(group).getAllByRole("radio") as [HTMLInputElement, HTMLInputElement];
  await user.tab();
  expect([document.activeElement, customer.checked]).toEqual([customer, false]);
  await user.keyboard(" ");
  expect([customer.checked, own.checked]).toEqual([true, false]);
  await user.keyboard("{ArrowDown}");
  expect([customer.checked, own.checked, document.activeElement]).toEqual([false, true, own]);
});

test("a card is read out with what stands on it; what it reveals is outside its label", async () => {
  const { user } = draw(<Audience />);
  await user.click(screen.getByRole("radio", { name: /^A customer.*For one of your customers$/ }));
  await user.click(screen.getByRole("radio", { name: "Your company" }));
  expect(screen.getByRole("textbox", { name: "Email" })).toBeTruthy();
});

test("a group that was refused says why until something is chosen", async () => {
  const { user } = draw(<Audience errors={[problem("audience", "Choose who this order is for")]} />);
  const group = screen.getByRole("radiogroup");
  expect(group.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByText("Choose who this order is for")).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "Your company" }));
  expect(screen.queryByText("Choose who this order is for")).toBeNull();
});

test("of two who changed the same, one choice a field, mine unless taken", async () => {
  const goOn = vi.fn();
  const differences = [
    { id: "name", label: "Location name", mine: "Hamburg", theirs: "Berlin" },
    { id: "zone", label: "Time zone", mine: "Berlin", theirs: "London" },
  ];
  const { user } = draw(
    <>
      <PageTitle title="Location" />
      <Conflict
        by="lena@halden.example"
        at={new Date().toISOString()}
        differences={differences}
        onContinue={goOn}
      />
    </>,
  );
  expect(screen.getByRole("region", { name: /^lena@halden.example changed this just now/ })).toBeTruthy();
  const zone = screen.getByRole("radiogroup", { name: "Time zone" });
  await user.click(within(zone).getByRole("radio", { name: /Their value.*London/ }));
  await user.click(screen.getByRole("button", { name: "Continue" }));
  expect(goOn).toHaveBeenCalledExactlyOnceWith(new Set(["zone"]));
  // The button goes away with the choice.
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
});

test("an address breaks before its dots and its @, and is read out and copied in one piece", () => {
  const { container } = draw(<Address email="kim.lee@mail.example" />);
  expect(container.textContent).toBe("kim.lee@mail.example");
  const breaks = [...container.querySelectorAll("wbr")];
  expect(breaks.map(({ nextSibling }) => nextSibling?.textContent)).toEqual([".", "@", "."]);
});
