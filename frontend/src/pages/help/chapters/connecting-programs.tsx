import { Trans, useLingui } from "@lingui/react/macro";
import { withBase } from "../../../lib/base-path";
import { Picture } from "../../../ui/picture";
import { DrawnButton } from "../drawn";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function ConnectingPrograms() {
  const { t } = useLingui();
  return (
    <>
      <See>
        <p>
          <Trans>
            Full administrators find “API access” on the page of their organization: its tokens and its
            webhooks, when each was last used, and what arrived.
          </Trans>
        </p>
        <Picture
          caption={<Trans>A token for each program, and a webhook for what it should hear about.</Trans>}
        >
          <div className="paper">
            <div className="paper-row">
              <DrawnButton size="small">{t`Make a token`}</DrawnButton>
              <DrawnButton size="small">{t`Add a webhook`}</DrawnButton>
            </div>
          </div>
        </Picture>
      </See>
      <Do>
        <Meanings>
          <Meaning of={<Trans>“Make a token”</Trans>}>
            <Trans>
              A program that has it acts as the full administrators of your organization do, as far as its
              scopes go. It is shown once. If it gets into the wrong hands, revoke it: it ends at once.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>“Add a webhook”</Trans>}>
            <Trans>
              Control Hub then reports each change to your orders to an address of yours, with a signature.
              What does not arrive is sent again for three days.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>GraphiQL</Trans>}>
            <Trans>
              <a href={withBase("/graphiql")}>GraphiQL</a> shows the whole API with its descriptions, and you
              can try requests there.
            </Trans>
          </Meaning>
          <Meaning of={<code>placeOrder, test: true</code>}>
            <Trans>
              A test order is set up like any other and touches nothing real. Its emails are kept, to be read
              by the API, and <code>advanceTestOrder</code> lets days pass.
            </Trans>
          </Meaning>
        </Meanings>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              Follow <code>order.requirements</code>: it names what is due and the mutation that takes it,
              until the order is completed.
            </Trans>
          </li>
          <li>
            <Trans>
              The documentation for integrators, <code>docs/api</code>, leads from a token to a completed
              order. Clients for Python and TypeScript and a collection for Postman, Insomnia and Bruno are in{" "}
              <code>clients</code>.
            </Trans>
          </li>
          <li>
            <Trans>Sellers get their token from whoever runs Control Hub.</Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
