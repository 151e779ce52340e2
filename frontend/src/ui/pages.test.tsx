import { act, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LanguageChoice } from "../lib/language-choice";
import { CardPage } from "./card-page";
import { HubPage, Section } from "./hub-page";
import { OneOf } from "./one-of";
import { Picture } from "./picture";
import { ProgressBar } from "./progress-bar";
import { Rail } from "./rail";
import { Skeleton } from "./skeleton";
import { Badge, Pill, StatusWord } from "./status";
import { StepPage } from "./step-page";
import { SummaryList, SummaryRow } from "./summary-list";
import { Cell, Row, Table } from "./table";
import { Task, TaskList } from "./task-list";
import { draw } from "./testing";
import { TopBar } from "./top-bar";

const idle = { pending: false, errors: [], failure: null };

test("a page of the wizard has one heading, which takes the focus when it replaces another page", () => {
  const { redraw } = draw(
    <StepPage key="1" back={null} title="Which sites?">
      {null}
    </StepPage>,
  );
  redraw(
    <StepPage
      key="2"
      back="/setup/1/meetings-sites"
      title="How are licenses split?"
      lead="Every site gets its share."
    >
      {null}
    </StepPage>,
  );
  const heading = screen.getByRole("heading", { level: 1, name: "How are licenses split?" });
  expect(document.activeElement).toBe(heading);
  expect(document.title).toBe("How are licenses split? – Control Hub");
  expect(screen.getByRole("link", { name: "Back" }).getAttribute("href")).toBe("/setup/1/meetings-sites");
});

test("a refused page says so in its title, and a failed one what to do; leaving it unsaved asks first", () => {
  const errors = [{ __typename: "InvalidInput", code: "REQUIRED", message: "Enter a name", field: ["name"] }];
  const leave = () => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const page = (unsaved: boolean, failed: boolean) => (
    <StepPage
      back={null}
      title="Which sites?"
      act={{ ...idle, ...(failed ? { failure: { kind: "offline" } } : { errors: errors as never }) }}
      unsaved={unsaved}
      onSubmit={() => {}}
    >
      {null}
    </StepPage>
  );
  const { redraw } = draw(page(true, false));
  expect(document.title).toBe("Error: Which sites? – Control Hub");
  expect(leave()).toBe(true);
  redraw(page(false, true));
  expect(screen.getByRole("alert").textContent).toContain("You’re offline.");
  expect(leave()).toBe(false);
});

test("a page of Control Hub has its heading, status, way back and sections", () => {
  draw(
    <HubPage
      title="Brandt Logistik GmbH"
      pill={<Pill tone="run">Provisioning</Pill>}
      back={{ href: "/orders", label: "Orders" }}
      lead="Order DE-1"
    >
      <Section title="Services">
        <Badge>Primary</Badge>
      </Section>
    </HubPage>,
  );
  expect(screen.getByRole("heading", { level: 1, name: "Brandt Logistik GmbH" })).toBeTruthy();
  expect(screen.getByRole("heading", { level: 2, name: "Services" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Orders" }).getAttribute("href")).toBe("/orders");
});

test("a page of one card names each language in its own words and changes to the other", async () => {
  const chosen = vi.fn();
  const { user } = draw(
    <LanguageChoice value={chosen}>
      <CardPage title="Sign in">{null}</CardPage>
    </LanguageChoice>,
  );
  const german = screen.getByRole("button", { name: "Deutsch" });
  expect(german.lang).toBe("de");
  await user.click(german);
  expect(chosen).toHaveBeenCalledExactlyOnceWith("de");
  expect(screen.getByRole("main")).toBeTruthy();
});

test("of several texts one is read out, and the others keep their room", () => {
  draw(
    <p>
      <OneOf
        shown="resting"
        texts={{ running: "This usually takes 2 minutes.", resting: "Nothing is running now." }}
      />
    </p>,
  );
  expect(screen.getByText("Nothing is running now.").hasAttribute("aria-hidden")).toBe(false);
  expect(screen.getByText("This usually takes 2 minutes.").getAttribute("aria-hidden")).toBe("true");
});

test.each([
  [0.25, "25"],
  [1.5, "100"],
  [-1, "0"],
])("a bar of progress says %s as %s of 100", (value, said) => {
  draw(<ProgressBar label="Meetings: finished steps" value={value} />);
  const bar = screen.getByRole("progressbar", { name: "Meetings: finished steps" });
  expect(["min", "max", "now"].map((name) => bar.getAttribute(`aria-value${name}`))).toEqual([
    "0",
    "100",
    said,
  ]);
});

test("where the person stands is one step, named with its part; finished ones say so", () => {
  draw(
    <Rail
      about="Brandt · DE-1"
      parts={[
        {
          title: "Organization finder",
          items: [{ label: "Audience", state: "done", href: "/setup/1/audience" }],
        },
        {
          title: "Service setup",
          items: [
            { label: "Meetings", state: "now", pages: [{ label: "Sites", state: "now" }] },
            { label: "Calling", state: "later" },
          ],
        },
      ]}
      foot={[{ label: "Order", value: "DE-1" }]}
    />,
  );
  const rail = screen.getByRole("navigation", { name: "Progress" });
  expect(within(rail).getByText("Audience").closest("li")?.textContent).toBe("Audience (done)");
  expect(rail.querySelectorAll("[aria-current=step]").length).toBe(1);
  expect(rail.querySelector("[aria-current=step]")?.textContent).toBe("Sites");
  expect(screen.getByText("Step 1 of 2")).toBeTruthy();
});

test("a table keeps its roles for the narrow layout, and heads that are not drawn their names", () => {
  draw(
    <Table caption="Orders" columns={["Company", { unseen: "Open" }]}>
      <Row>
        <Cell label="Company">Brandt</Cell>
        <Cell end>
          <a href="/orders/1">Open</a>
        </Cell>
      </Row>
    </Table>,
  );
  const table = screen.getByRole("table", { name: "Orders" });
  expect(
    within(table)
      .getAllByRole("columnheader")
      .map(({ textContent }) => textContent),
  ).toEqual(["Company", "Open"]);
  const [company] = within(table).getAllByRole("cell");
  expect(within(table).getAllByRole("cell").length).toBe(2);
  expect(company?.firstElementChild?.textContent).toBe("Company"); // then the colon of the style sheet
  expect(company?.textContent).toBe("Company Brandt");
});

test("a change of a value says of what, and leads into its field", () => {
  draw(
    <SummaryList>
      <SummaryRow
        label="Time zone"
        change={{ href: "/setup/1/sites", what: "time zone of site 1", field: "sites.0" }}
      >
        Berlin
      </SummaryRow>
      <SummaryRow label="Status" action={<button type="button">Undo</button>}>
        Mapped
      </SummaryRow>
    </SummaryList>,
  );
  const link = screen.getByRole("link", { name: "Change time zone of site 1" });
  expect(link.getAttribute("href")).toBe("/setup/1/sites#sites.0");
  expect(screen.getAllByRole("term").map(({ textContent }) => textContent)).toEqual(["Time zone", "Status"]);
});

test("what there is to do is a list; icons and shapes of a status say nothing beside their words", () => {
  draw(
    <TaskList>
      <Task icon="video" title="Meetings" aside={<StatusWord tone="fail">Cannot provision</StatusWord>}>
        Needs a site
      </Task>
      <Task icon="phone" title="Calling" />
    </TaskList>,
  );
  const [meetings] = within(screen.getByRole("list")).getAllByRole("listitem");
  expect(meetings?.textContent).toBe("MeetingsNeeds a siteCannot provision");
  expect(document.querySelectorAll("svg:not([aria-hidden=true])").length).toBe(0);
});

test("an outline of what loads comes late and says nothing", () => {
  vi.useFakeTimers();
  const { container } = draw(<Skeleton shape="rows" />);
  expect(container.textContent).toBe("");
  expect(container.firstElementChild).toBeNull();
  act(() => vi.advanceTimersByTime(300));
  expect(container.firstElementChild?.getAttribute("aria-hidden")).toBe("true");
});

test("nothing in a picture can be reached; its caption tells what it shows", () => {
  draw(
    <Picture caption="Where the sites are named">
      <button type="button">Next</button>
    </Picture>,
  );
  expect(screen.getByRole("figure").querySelector("[inert] button")).toBeTruthy();
  expect(screen.getByText("Where the sites are named").tagName).toBe("FIGCAPTION");
});

test("the bar above each page marks the section of the page, names its menu, and skips to the content", () => {
  window.history.replaceState(null, "", "/organizations/7");
  draw(
    <TopBar
      sections={[
        { href: "/orders", label: "Orders" },
        { href: "/organizations", label: "Organizations" },
      ]}
      email="lena.vogt@halden.example"
      saved="Saved 12 minutes ago"
      guideBeside
      menu={<button type="button">Sign out</button>}
    />,
  );
  const sections = screen.getByRole("navigation", { name: "Sections" });
  expect(within(sections).getByRole("link", { current: "page" }).textContent).toBe("Organizations");
  expect(screen.getByRole("button", { name: "LV, Account menu" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Skip to content" }).getAttribute("href")).toBe("#main");
  expect(
    screen.getAllByRole("link", { name: /^Guide \(opens in a new tab\)$/ })[0]?.getAttribute("target"),
  ).toBe("_blank");
});
