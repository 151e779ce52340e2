import { AccessLine, AccessPicture } from "../../ui/access-picture";
import { Button } from "../../ui/button";
import { DrawnCandidate } from "../../ui/drawn-card";
import { EmptyState } from "../../ui/empty-state";
import { Picture } from "../../ui/picture";
import { ProgressBar } from "../../ui/progress-bar";
import { Rail, type RailPart } from "../../ui/rail";
import { Skeleton } from "../../ui/skeleton";
import { StatusWord } from "../../ui/status";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { Cell, Row, Table } from "../../ui/table";
import { Task, TaskList } from "../../ui/task-list";

const finder: RailPart = {
  title: "Organization finder",
  items: [
    { label: "Who the order is for", state: "done", href: "/kit" },
    { label: "Review", state: "done" },
  ],
};
const setup: RailPart = {
  title: "Service setup",
  items: [
    {
      label: "Meeting setup",
      state: "now",
      pages: [
        { label: "Sites", state: "done", href: "/kit" },
        { label: "Check", state: "now" },
      ],
    },
    { label: "Calling", state: "later" },
  ],
};

/** Lists, tables, tasks, the rail, and what stands where there is nothing yet. */
export function Lists() {
  return (
    <>
      <section>
        <h2>Lists</h2>
        <SummaryList>
          <SummaryRow label="Time zone" change={{ href: "/kit", what: "time zone" }}>
            Berlin, UTC+01:00
          </SummaryRow>
          <SummaryRow label="Early release schedule">No</SummaryRow>
        </SummaryList>
        <TaskList>
          <Task
            icon="video"
            title="Meetings"
            aside={<StatusWord tone="run">Provisioning</StatusWord>}
            below={<ProgressBar label="Meetings: finished steps" value={0.5} thin />}
          >
            2 sites
          </Task>
          <Task icon="warning" tone="bad" title="Calling" aside={<Button size="small">Try again</Button>}>
            The location name is already in use.
          </Task>
        </TaskList>
        <Table caption="Orders" columns={["Company", "Status", { unseen: "Open" }]}>
          <Row>
            <Cell>
              <a href="/kit">Brandt Logistik GmbH</a>
            </Cell>
            <Cell label="Status">
              <StatusWord tone="done">Provisioned</StatusWord>
            </Cell>
            <Cell end>
              <Button size="small">Open</Button>
            </Cell>
          </Row>
        </Table>
        <AccessPicture root="Halden Networks GmbH">
          <AccessLine who="lena.vogt@halden.example" may="Administers the whole organization" strong />
          <AccessLine who="tom@halden.example" may="Sees and sets up these orders" because="DE-4500127" />
        </AccessPicture>
        <EmptyState
          title="No organization uses nordlicht.example"
          action={<Button>Create new organization</Button>}
        >
          Check the spelling, or create the organization.
        </EmptyState>
        <Picture caption="A picture, in which nothing can be pressed.">
          <DrawnCandidate
            title="Brandt Logistik GmbH"
            country="DE"
            facts={["brandt.example verified", "1,200 active users", "Yesterday"]}
            evidence="Verified brandt.example."
          />
        </Picture>
        <Skeleton shape="cards" count={2} />
        <Skeleton shape="rows" count={2} />
      </section>
      <section className="kit-rail">
        <h2>Rail</h2>
        <Rail
          about="Brandt Logistik GmbH · DE-4500127"
          parts={[finder, setup]}
          foot={[{ label: "Order", value: "DE-4500127" }]}
        />
      </section>
    </>
  );
}
