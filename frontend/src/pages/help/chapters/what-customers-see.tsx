import { Trans, useLingui } from "@lingui/react/macro";
import { DrawnMail } from "../drawn-mail";
import { Picture } from "../picture";
import { Do, Know, See } from "../sections";

export function WhatCustomersSee() {
  const { t } = useLingui();
  const subject = t`A subscription was added to Brandt Logistik GmbH`;
  return (
    <>
      <See>
        <p>
          <Trans>
            When a partner maps an order to an existing organization, its full administrators get an email. It
            names the partner and the person who sets up the services.
          </Trans>
        </p>
        <Picture caption={<Trans>The email to the customer’s administrators.</Trans>}>
          <DrawnMail subject={subject} title={subject} button={t`This wasn’t us`} secondary>
            <Trans>You expected this? There is nothing to do.</Trans>
          </DrawnMail>
        </Picture>
      </See>
      <Do>
        <ul>
          <li>
            <Trans>You expected the subscription: do nothing.</Trans>
          </li>
          <li>
            <Trans>
              You did not: choose “This wasn’t us” in the email or on the order page, and confirm it. Setup
              stops at once, until support has decided.
            </Trans>
          </li>
        </ul>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              The provisioning administrator sees this order only: not your users, not your other orders.
            </Trans>
          </li>
          <li>
            <Trans>
              If support agrees with you, the mapping is undone. If services were set up already, they stay
              yours and the partner loses its access.
            </Trans>
          </li>
          <li>
            <Trans>
              If the partner leaves service setup to you, you get another email with a link to it.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
