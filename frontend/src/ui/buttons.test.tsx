import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Button, ButtonLink, Chip, TextButton } from "./button";
import { draw } from "./testing";

test.each([
  ["a click", async (user) => user.click(screen.getByRole("button"))],
  ["Enter", async (user) => user.tab().then(() => user.keyboard("{Enter}"))],
  ["Space", async (user) => user.tab().then(() => user.keyboard(" "))],
] satisfies [string, (user: ReturnType<typeof draw>["user"]) => Promise<void>][])(
  "%s presses a button once",
  async (_, press) => {
    for (const Kind of [Button, TextButton, Chip]) {
      const pressed = vi.fn();
      const { user, unmount } = draw(<Kind onPress={pressed}>Set up now</Kind>);
      await press(user);
      expect(pressed).toHaveBeenCalledOnce();
      unmount();
    }
  },
);

test("an icon and a spinner say nothing: the label is the whole name", () => {
  draw(
    <>
      <Button icon="plus">Add a site</Button>
      <Button isPending>Next</Button>
    </>,
  );
  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["Add a site", "Next"]);
  expect(screen.getByRole("button", { name: "Add a site" })).toBeTruthy();
});

test("a button whose act is under way keeps the focus and its label, and says that it can't be pressed", async () => {
  const { user, redraw } = draw(<Button>Next</Button>);
  await user.tab();
  redraw(<Button isPending>Next</Button>);
  const button = screen.getByRole("button", { name: "Next" });
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute("aria-disabled")).toBe("true");
});

test("a disabled button is passed over and can't be pressed", async () => {
  const pressed = vi.fn();
  const { user } = draw(
    <>
      <Button isDisabled onPress={pressed}>
        Previous page
      </Button>
      <Button>Next page</Button>
    </>,
  );
  await user.click(screen.getByRole("button", { name: "Previous page" }));
  await user.tab();
  expect(document.activeElement?.textContent).toBe("Next page");
  expect(pressed).not.toHaveBeenCalled();
});

test("a submit button sends its form, an ordinary one does not", async () => {
  const sent = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  const { user } = draw(
    <form onSubmit={sent}>
      <Button>Cancel</Button>
      <Button type="submit">Next</Button>
    </form>,
  );
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  expect(sent).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Next" }));
  expect(sent).toHaveBeenCalledOnce();
});

test("a link that looks like a button is a link: the router opens pages, the browser files", async () => {
  const { user } = draw(
    <>
      <ButtonLink href="/orders/1">Open Control Hub</ButtonLink>
      <ButtonLink href="/orders/1/summary.pdf" icon="download" external>
        Download
      </ButtonLink>
    </>,
  );
  expect(screen.getByRole("link", { name: "Download" }).getAttribute("href")).toBe("/orders/1/summary.pdf");
  await user.click(screen.getByRole("link", { name: "Open Control Hub" }));
  expect(location.pathname).toBe("/orders/1");
});
