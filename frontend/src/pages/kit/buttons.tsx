import { Button, ButtonLink, Chip, TextButton } from "../../ui/button";
import { ProgressBar } from "../../ui/progress-bar";
import { Spinner } from "../../ui/spinner";
import { Badge, Pill, StatusWord } from "../../ui/status";
import { TestBadge } from "../../ui/test-badge";

const variants = ["primary", "secondary", "quiet", "danger"] as const;

/** Buttons and status words. */
export function Buttons() {
  return (
    <>
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
          <ButtonLink href="/kit" icon="download">
            Link
          </ButtonLink>{" "}
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
          <Badge kind="recommended">Recommended</Badge> <TestBadge />
        </p>
        <ProgressBar label="Progress" value={0.5} /> <ProgressBar label="Left" value={1} tone="ok" thin />{" "}
        <ProgressBar label="Too many" value={1} tone="bad" thin /> <Spinner />
      </section>
    </>
  );
}
