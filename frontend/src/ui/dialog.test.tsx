import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { Button } from "./button";
import { Dialog, DialogActions } from "./dialog";
import { draw } from "./testing";

function Page({ once = false }: { once?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [isUndone, setUndone] = useState(false);
  return (
    <main>
      <h1 tabIndex={-1}>Brandt Logistik</h1>
      {!isUndone && <Button onPress={() => setOpen(true)}>Undo mapping</Button>}
      <Dialog title="Undo this mapping?" isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>The organizations are chosen again.</p>
        <DialogActions>
          <Button
            variant="danger"
            onPress={() => {
              setUndone(once);
              setOpen(false);
            }}
          >
            Undo
          </Button>
          <Button autoFocus onPress={() => setOpen(false)}>
            Not now
          </Button>
        </DialogActions>
      </Dialog>
    </main>
  );
}

async function opened(page = <Page />) {
  const { user } = draw(page);
  await user.click(screen.getByRole("button", { name: "Undo mapping" }));
  return { user, dialog: screen.getByRole("alertdialog", { name: "Undo this mapping?" }) };
}

test("a question is named by its heading, stands on the harmless choice, and hides the page behind it", async () => {
  await opened();
  expect(document.activeElement?.textContent).toBe("Not now");
  expect(screen.queryByRole("button", { name: "Undo mapping" })).toBeNull(); // out of reach of a screen reader
});

test("Tab stays within the question", async () => {
  const { user, dialog } = await opened();
  for (let time = 0; time < 5; time++) {
    await user.tab();
    expect(dialog.contains(document.activeElement)).toBe(true);
  }
});

test.each(["{Escape}", "outside", "Not now", "Undo"])(
  "%s ends it, and the focus is back where it came from",
  async (how) => {
    const { user } = await opened();
    if (how === "{Escape}") await user.keyboard(how);
    else if (how === "outside") await user.click(document.querySelector(".dialog-veil") as HTMLElement);
    else await user.click(screen.getByRole("button", { name: how }));
    expect(screen.queryByRole("alertdialog")).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Undo mapping"));
  },
);

test("where an act took away the button that asked, the focus is on the page's title", async () => {
  const { user } = await opened(<Page once />);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Brandt Logistik"));
});
