import { act, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { navigate } from "wouter/use-browser-location";
import { announce } from "../lib/announce";
import type { Failure } from "../lib/failure";
import { problem } from "../lib/problem";
import { Banner } from "./banner";
import { EmptyState } from "./empty-state";
import { ErrorSummary } from "./error-summary";
import { FailureBanner } from "./failure-banner";
import { Form } from "./form";
import { LiveRegion } from "./live-region";
import { PageTitle } from "./page-title";
import { draw } from "./testing";
import { TextField } from "./text-field";
import { ToastRegion, toast } from "./toast";

const siteName = { ...problem("sites.0.siteName", "Use letters and digits"), about: "Site 1" };
const whole = { ...problem("", "The mapping is incomplete"), field: [] };

function Refused({ errors }: { errors: (typeof siteName)[] }) {
  return (
    <Form errors={errors} onSubmit={() => {}}>
      <ErrorSummary errors={errors} />
      <TextField name="sites.0.siteName" label="Webex URL name" />
    </Form>
  );
}

test("the summary of errors takes the focus, is read out, and leads to each field", async () => {
  const { user } = draw(<Refused errors={[siteName, whole as typeof siteName]} />);
  const summary = screen.getByRole("alert", { name: "There is a problem" });
  expect(document.activeElement).toBe(summary);
  expect(screen.queryByRole("link", { name: "The mapping is incomplete" })).toBeNull();
  await user.click(screen.getByRole("link", { name: "Site 1: Use letters and digits" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Webex URL name" }));
});

test("the same errors, drawn again, take the focus from nobody; the same error told anew does", async () => {
  const { user, redraw } = draw(<Refused errors={[siteName]} />);
  await user.click(screen.getByRole("textbox"));
  redraw(<Refused errors={[siteName]} />);
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
  redraw(<Refused errors={[{ ...siteName }]} />);
  expect(document.activeElement).toBe(screen.getByRole("alert"));
});

test("only bad news interrupts", () => {
  draw(
    <>
      <Banner title="The customer sets up their own services." />
      <Banner tone="warn" title="Your session ends in 2 minutes." />
      <Banner tone="ok" title="Everything is set up." />
    </>,
  );
  expect(screen.queryByRole("alert")).toBeNull();
  draw(<Banner tone="bad" title="We could not save this." />);
  expect(screen.getByRole("alert").textContent).toContain("We could not save this.");
});

test.each([
  [
    { kind: "offline" },
    "save",
    "We could not save this. You’re offline. Your entries are still here. Try again",
  ],
  [{ kind: "offline" }, "load", "We could not load this. You’re offline.  Try again"],
  [
    { kind: "signedOut" },
    "save",
    "Your session has ended. Your entries are still here. Then try again here. Sign in in a new tab Try again",
  ],
  [{ kind: "signedOut" }, "load", "Your session has ended.  Sign in"],
  [
    { kind: "limited", retryAfter: 30 },
    "save",
    "Too many attempts in a short time. Wait 30 seconds. Your entries are still here. Try again",
  ],
  [{ kind: "forbidden" }, "save", "We could not save this. You can see this but not change it. "],
  [
    { kind: "notFound" },
    "load",
    "We could not load this. It doesn’t exist, or you don’t have access to it. ",
  ],
  [
    { kind: "busy", retryAfter: undefined, correlationId: "7f3a" },
    "load",
    "We could not load this. Control Hub is busy right now. Try again in a moment.  Try againReference: 7f3a",
  ],
  [
    { kind: "unexpected", correlationId: undefined },
    "save",
    "We could not save this. Your entries are still here. This is our mistake. Try again",
  ],
] satisfies [Failure, "save" | "load", string][])(
  "a failure says what happened and what to do: %o, %s",
  (failure, during, said) => {
    const { container } = draw(<FailureBanner failure={failure} during={during} onRetry={() => {}} />);
    expect(container.textContent).toBe(said);
  },
);

test("trying again is one press away, where it can help", async () => {
  const again = vi.fn();
  const { user } = draw(<FailureBanner failure={{ kind: "offline" }} during="save" onRetry={again} />);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(again).toHaveBeenCalledOnce();
  draw(<FailureBanner failure={{ kind: "notFound" }} during="load" onRetry={again} />);
  expect(screen.getAllByRole("button").length).toBe(1);
});

test("what is announced is in the one live region, also twice in a row", () => {
  draw(<LiveRegion />);
  const region = screen.getByRole("status");
  act(() => announce("Saved"));
  const first = region.textContent;
  act(() => announce("Saved"));
  expect(region.textContent?.trim()).toBe("Saved");
  expect(region.textContent).not.toBe(first);
});

test("a toast is read out, stays twenty seconds if it can be undone until then, else six", async () => {
  vi.useFakeTimers();
  const undo = vi.fn();
  draw(
    <>
      <LiveRegion />
      <PageTitle title="Orders" />
      <ToastRegion />
    </>,
  );
  act(() => toast("Set aside", { label: "Undo", run: undo }));
  expect(screen.getByRole("status").textContent?.trim()).toBe("Set aside");
  act(() => vi.advanceTimersByTime(19_900));
  act(() => screen.getByRole("button", { name: "Undo" }).click());
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByRole("button")).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
  act(() => toast("Saved"));
  act(() => vi.advanceTimersByTime(6_000));
  expect(document.querySelector(".toast")).toBeNull();
});

test("a toast that has the focus stays, and goes soon after", () => {
  vi.useFakeTimers();
  draw(
    <>
      <button type="button">Elsewhere</button>
      <ToastRegion />
    </>,
  );
  act(() => toast("Set aside", { label: "Undo", run: () => {} }));
  act(() => screen.getByRole("button", { name: "Undo" }).focus());
  act(() => vi.advanceTimersByTime(60_000));
  expect(screen.getByRole("button", { name: "Undo" })).toBeTruthy();
  act(() => screen.getByRole("button", { name: "Elsewhere" }).focus());
  act(() => vi.advanceTimersByTime(2_000));
  expect(document.querySelector(".toast")).toBeNull();
});

test("what can be undone is offered only on the page where it was done", () => {
  draw(<ToastRegion />);
  act(() => toast("2 sites taken from the list", { label: "Undo", run: vi.fn() }));
  expect(screen.getByRole("button", { name: "Undo" })).toBeTruthy();
  act(() => navigate("/next"));
  expect(document.querySelector(".toast")).toBeNull();
  act(() => toast("Saved"));
  act(() => navigate("/"));
  expect(document.querySelector(".toast")?.textContent).toBe("Saved");
});

test("where there is nothing, it says what is missing and offers what helps", () => {
  draw(
    <EmptyState title="No matching orders" action={<button type="button">Show all orders</button>}>
      Check the spelling.
    </EmptyState>,
  );
  expect(screen.getByText("No matching orders").tagName).toBe("STRONG");
  expect(screen.getByRole("button", { name: "Show all orders" })).toBeTruthy();
});
