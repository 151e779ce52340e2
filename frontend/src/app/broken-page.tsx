import { Trans } from "@lingui/react/macro";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Reference } from "../ui/reference";
import { typedHere } from "./typed-here";

/** What a person sees when a page breaks; `reference` is that of the report in the log. */
export function BrokenPage({ reference }: { reference: string | undefined }) {
  return (
    <main className="hub-page">
      <EmptyState
        title={<Trans>This page could not be shown</Trans>}
        action={
          <Button variant="primary" onPress={() => location.reload()}>
            <Trans>Load again</Trans>
          </Button>
        }
      >
        <Trans>Everything you saved is safe.</Trans> <Reference id={reference} />
      </EmptyState>
      <TypedTexts />
    </main>
  );
}

/** What was typed on the page, to be copied: some pages bring it back when they are loaded again, not all can. */
function TypedTexts() {
  const texts = typedHere();
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby="typed-texts">
      <h2 id="typed-texts">
        <Trans>What you typed here</Trans>
      </h2>
      <ul>
        {texts.map(({ label, value }) => (
          <li key={label}>
            <strong>{label}</strong> {value}
          </li>
        ))}
      </ul>
    </section>
  );
}
