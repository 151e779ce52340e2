import { Trans, useLingui } from "@lingui/react/macro";
import { Picture } from "../../../ui/picture";
import { DrawnMail } from "../drawn-mail";
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
            <Trans>If you expected this, you don’t need to do anything.</Trans>
          </DrawnMail>
        </Picture>
      </See>
      <Do>
        <ul>
          <li>
            <Trans>If you expected the subscription, you don’t need to do anything.</Trans>
          </li>
          <li>
            <Trans>
              If you did not, choose “This wasn’t us” in the email or on the order page and confirm. Setup
              stops at once, until support has decided.
            </Trans>
          </li>
        </ul>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              The provisioning administrator sees only this order, not your users or your other orders.
            </Trans>
          </li>
          <li>
            <Trans>
              If support agrees with you, the mapping is undone. If services are already set up, they stay
              yours and the partner loses access.
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
