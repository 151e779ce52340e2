import { useState } from "react";
import { Banner } from "../../ui/banner";
import { Button, Chip, TextButton } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Combobox } from "../../ui/combobox";
import { Conflict } from "../../ui/conflict";
import { Dialog, DialogActions } from "../../ui/dialog";
import { EmptyState } from "../../ui/empty-state";
import { ErrorSummary } from "../../ui/error-summary";
import { Form } from "../../ui/form";
import { NumberField } from "../../ui/number-field";
import { PageTitle } from "../../ui/page-title";
import { ProgressBar } from "../../ui/progress-bar";
import { RadioCard, RadioCards } from "../../ui/radio-card";
import { Skeleton } from "../../ui/skeleton";
import { Badge, Pill, StatusWord } from "../../ui/status";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { TextField } from "../../ui/text-field";
import { toast } from "../../ui/toast";
import "./kit.css";

const zones = [
  { id: "Europe/Berlin", name: "Hamburg", aside: "CET, UTC+01:00" },
  { id: "Atlantic/Bermuda", name: "Hamilton, Bermuda", aside: "AST, UTC−04:00" },
  { id: "Pacific/Auckland", name: "Hamilton, New Zealand", aside: "NZDT, UTC+13:00" },
];
const errors = [
  {
    __typename: "InvalidInput" as const,
    code: "INVALID" as const,
    message: "Use single hyphens only",
    field: ["siteName"],
  },
];
const variants = ["primary", "secondary", "quiet", "danger"] as const;

/** Every component in every state, for developers; not part of a build. */
export default function Kit() {
  const [zone, setZone] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  return (
    <main className="kit">
      <PageTitle title="Components" />
      <section>
        <h2>Buttons</h2>
        {variants.map((variant) => (
          <p key={variant}>
            <Button variant={variant}>Next</Button>{" "}
            <Button variant={variant} isDisabled>
              Next
            </Button>{" "}
            <Button variant={variant} isPending>
              Next
            </Button>{" "}
            <Button variant={variant} size="small" icon="trash">
              Remove
            </Button>
          </p>
        ))}
        <p>
          <Chip>brandt-hamburg</Chip> <TextButton>Split evenly</TextButton>
        </p>
      </section>
      <section>
        <h2>Status words</h2>
        <p>
          <StatusWord tone="wait">Awaiting provisioning details</StatusWord>{" "}
          <Pill tone="wait">Awaiting provisioning details</Pill>
        </p>
        <p>
          <StatusWord tone="run">Provisioning</StatusWord> <Pill tone="run">Provisioning</Pill>
        </p>
        <p>
          <StatusWord tone="done">Provisioned</StatusWord> <Pill tone="done">Provisioned</Pill>
        </p>
        <p>
          <StatusWord tone="fail">Cannot provision</StatusWord> <Pill tone="fail">Cannot provision</Pill>
        </p>
        <p>
          <StatusWord tone="off">Closed</StatusWord> <Badge>Primary</Badge>{" "}
          <Badge kind="recommended">Recommended</Badge>
        </p>
        <ProgressBar label="Progress" value={0.5} /> <ProgressBar label="Left" value={1} tone="ok" thin />
      </section>
      <section className="stack">
        <h2>Fields</h2>
        <TextField label="Default" defaultValue="brandt-logistik" suffix=".webex.com" />
        <TextField
          label="Checking"
          defaultValue="brandt"
          checking
          note={{ tone: "quiet", text: "Checking brandt.webex.com" }}
        />
        <TextField
          label="Confirmed"
          defaultValue="brandt-gmbh"
          note={{ tone: "ok", text: "brandt-gmbh.webex.com is available" }}
        />
        <TextField
          label="Taken"
          defaultValue="brandt"
          note={{ tone: "warn", text: "brandt.webex.com is taken. These are free:" }}
        />
        <Form errors={errors} onSubmit={() => {}}>
          <TextField name="siteName" label="Error" defaultValue="br--andt" />
        </Form>
        <TextField
          label="Disabled"
          defaultValue="brandt-logistik"
          isDisabled
          hint="You change this in Control Hub"
        />
        <NumberField label="Number" defaultValue={180} />
        <Combobox label="Time zone" options={zones} value={zone} onChange={setZone} />
        <Checkbox hint="This site gets features before the normal deployment cycle.">
          Early release schedule
        </Checkbox>
      </section>
      <section>
        <h2>Radio cards</h2>
        <RadioCards label="Cards" defaultValue="b">
          <RadioCard value="a" title="Default">
            The circle is the control, the edge only groups
          </RadioCard>
          <RadioCard
            value="b"
            title="Selected"
            meta="Germany"
            badge={<Badge kind="recommended">Recommended</Badge>}
          >
            Edge, tint and circle change together
          </RadioCard>
        </RadioCards>
      </section>
      <section className="cards">
        <h2>Messages</h2>
        <ErrorSummary errors={errors} />
        <Banner title="Nothing is provisioned yet.">Your order stays open until you continue.</Banner>
        <Banner tone="ok" title="Meetings is ready.">
          Calling still waits for you.
        </Banner>
        <Banner
          tone="warn"
          title="Your session ends in 2 minutes."
          action={<TextButton>Stay signed in</TextButton>}
        />
        <Banner tone="bad" title="We could not save this." action={<TextButton>Try again</TextButton>}>
          Your entries are still here.
        </Banner>
        <p>
          <Button onPress={() => toast("Removed site 2", { label: "Undo", run: () => {} })}>Toast</Button>{" "}
          <Button onPress={() => setAsks(true)}>Dialog</Button>
        </p>
        <Dialog title="Undo this mapping?" isOpen={asks} onClose={() => setAsks(false)}>
          <p>You choose the organizations again. Your drafts for Meetings and Calling stay.</p>
          <DialogActions>
            <Button variant="danger" onPress={() => setAsks(false)}>
              Undo mapping
            </Button>
            <Button variant="quiet" autoFocus onPress={() => setAsks(false)}>
              Keep it
            </Button>
          </DialogActions>
        </Dialog>
      </section>
      <section>
        <h2>Conflict</h2>
        <Conflict
          by="Kim Brandt"
          at={new Date().toISOString()}
          differences={[{ id: "tz", label: "Time zone, site 1", mine: "Berlin", theirs: "London" }]}
          onContinue={() => {}}
        />
      </section>
      <section>
        <h2>Lists</h2>
        <SummaryList>
          <SummaryRow label="Time zone" change={{ href: "/kit", what: "time zone" }}>
            Berlin, UTC+01:00
          </SummaryRow>
          <SummaryRow label="Early release schedule">No</SummaryRow>
        </SummaryList>
        <EmptyState
          title="No organization uses nordlicht.example"
          action={<Button>Create new organization</Button>}
        >
          Check the spelling, or create the organization.
        </EmptyState>
        <Skeleton shape="cards" count={2} />
      </section>
    </main>
  );
}
