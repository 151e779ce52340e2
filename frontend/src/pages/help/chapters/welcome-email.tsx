import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { Picture } from "../../../ui/picture";
import { DrawnMail } from "../drawn-mail";
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
        <Picture caption={<Trans>The subject and the button are always in English.</Trans>}>
          <DrawnMail
            subject="Provisioning information required for order DE-4500127"
            title={<Trans>Set up Webex for Brandt Logistik GmbH</Trans>}
            button="Set Up Your Service"
          >
            <Trans>
              There are two parts: find the right organization, then set up the services. It takes about 10
              minutes.
            </Trans>
          </DrawnMail>
        </Picture>
      </See>
      <Do>
        <p>
          <Trans>
            Open the link and click “Next”. Nothing starts before that: opening the link changes nothing,
            however often a mail scanner does it. In a second browser we also ask for 6 digits, which we email
            to you.
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
            <Trans>Another person is completing it and has their own link.</Trans>
          </Meaning>
          <Meaning of={<Trans>“This order is closed”</Trans>}>
            <Trans>It was not completed in time, or cancelled. Ask the salesperson.</Trans>
          </Meaning>
        </Meanings>
      </Do>
      <Know>
        <p>
          <Trans>
            No email? Check your spam folder, then see <Link href="/lost-mail">what else helps</Link>. The
            salesperson with whom you placed the order can have it sent again.
          </Trans>
        </p>
      </Know>
    </>
  );
}
