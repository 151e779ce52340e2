import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { useStable } from "../../lib/stable";
import * as numbers from "../../lib/whole-number";
import { Form } from "../../ui/form";
import { draw } from "../../ui/testing";
import { type Split, splitLicenses } from "../service/saved-split";
import { fieldOf } from "../service/units-field-name";
import { SplitBlocks } from "./split-blocks";

const no = () => false;
const noop = () => {};
const sites = Array.from({ length: 50 }, (_, place) => `site-${place}`);
const licenses = splitLicenses({
  licenses: Array.from({ length: 10 }, (_, place) => ({
    __typename: "License" as const,
    id: `license-${place}`,
    name: `License ${place}`,
    scope: "PER_SITE" as const,
    totalUnits: 250,
  })) as never,
});

function Page() {
  const [split, setSplit] = useState<Split>({});
  const give = useStable((id: string, units: Split[string]) =>
    setSplit({ ...split, [id]: { ...split[id], ...units } }),
  );
  return (
    <Form errors={[]} onSubmit={() => {}}>
      <SplitBlocks
        {...{ licenses, sites, split }}
        isRefused={false}
        onChange={give}
        onPaste={no}
        onRest={noop}
        onRatio={noop}
      />
    </Form>
  );
}

test("of 500 fields only the one that is typed in is drawn again", async () => {
  const drawn = vi.spyOn(numbers, "wholeNumber");
  const { user } = draw(<Page />);
  const fields = screen.getAllByRole("textbox");
  expect(fields).toHaveLength(500);
  const field = fields[255] as HTMLInputElement;
  await user.click(field);
  drawn.mockClear();
  await user.keyboard("12");
  expect(field.value).toBe("12");
  // Each field that is drawn reads what it holds.
  expect(new Set(drawn.mock.calls.map(([typed]) => typed))).toEqual(new Set(["1", "12"]));
});

test("too many units of a license mark its field at every site, also where nobody types", async () => {
  const { user } = draw(<Page />);
  const fields = screen.getAllByRole<HTMLInputElement>("textbox");
  await user.type(fields[255] as HTMLInputElement, "251");
  await waitFor(() => {
    const marked = fields.filter(({ ariaInvalid }) => ariaInvalid === "true");
    expect(marked.map(({ name }) => name)).toEqual(sites.map((site) => fieldOf("license-5", site)));
  });
  await user.keyboard("{Backspace}");
  await waitFor(() => expect(fields.some(({ ariaInvalid }) => ariaInvalid)).toBe(false));
});
