import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { DrawnMail } from "../drawn-mail";
import { Picture } from "../picture";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function WelcomeEmail() {
  return (
    <>
      <See>
        <p>
          <Trans>
            The seller names you as the provisioning contact of an order. You get an email whose subject
            begins “Provisioning information required for order”, with a button “Set Up Your Service”.
          </Trans>
        </p>
        <Picture caption={<Trans>Subject and button are in English in every language.</Trans>}>
          <DrawnMail
            subject="Provisioning information required for order DE-4500127"
            title={<Trans>Set up Webex for Brandt Logistik GmbH</Trans>}
            button="Set Up Your Service"
          >
            <Trans>
              Two parts remain: find the right organization, then set up the services. It takes about 10
              minutes.
            </Trans>
          </DrawnMail>
        </Picture>
      </See>
      <Do>
        <p>
          <Trans>
            Open the link and click “Next”. Only that begins: opening alone changes nothing, however often a
            mail scanner does it. In a second browser we also ask for 6 digits, which we email to you.
          </Trans>
        </p>
        <p>
          <Trans>If the link does not work, the page says why:</Trans>
        </p>
        <Meanings>
          <Meaning of={<Trans>“This link has expired”</Trans>}>
            <Trans>The deadline of the order has passed. Nothing you saved is lost.</Trans>
          </Meaning>
          <Meaning of={<Trans>“This link was replaced”</Trans>}>
            <Trans>
              A newer one was sent. Open the newest email, or choose “Send me a new link”: it goes to the
              address registered for the order.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>“This order was handed over”</Trans>}>
            <Trans>Another person completes it and has a link of their own.</Trans>
          </Meaning>
          <Meaning of={<Trans>“This order is closed”</Trans>}>
            <Trans>It was not completed in time, or cancelled. Ask the salesperson.</Trans>
          </Meaning>
        </Meanings>
      </Do>
      <Know>
        <p>
          <Trans>
            No email? Look into the spam folder, then see <Link href="/lost-mail">what else helps</Link>. The
            salesperson with whom the order was placed can have it sent again.
          </Trans>
        </p>
      </Know>
    </>
  );
}
