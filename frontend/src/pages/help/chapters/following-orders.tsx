import { Trans, useLingui } from "@lingui/react/macro";
import { Icon } from "../../../ui/icon";
import { Picture } from "../../../ui/picture";
import { DrawnLink } from "../drawn";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function FollowingOrders() {
  const { t } = useLingui();
  const attempts = 2;
  return (
    <>
      <See>
        <p>
          <Trans>
            Every email of an order and its delivery: in the API with <code>order.emails</code>, and on the
            order page.
          </Trans>
        </p>
        <Picture caption={<Trans>The recipient’s server asked us to try again later.</Trans>}>
          <div className="paper">
            <ul className="drawn-rows">
              <li>
                <span>
                  Provisioning information required for order DE-4500127
                  <span className="drawn-under meta ink-3">lena.vogt@halden.example</span>
                </span>
                <span className="drawn-state">
                  <Icon name="clock" size={16} />
                  {t`Deferred`}
                  {t`, try ${attempts}`}
                </span>
                <DrawnLink>{t`Resend`}</DrawnLink>
              </li>
            </ul>
          </div>
        </Picture>
        <Meanings>
          <Meaning of={<Trans>“Queued”</Trans>}>
            <Trans>It is about to be sent.</Trans>
          </Meaning>
          <Meaning of={<Trans>“Accepted”</Trans>}>
            <Trans>The recipient’s server accepted it. If it is missing, check the spam folder.</Trans>
          </Meaning>
          <Meaning of={<Trans>“Deferred”</Trans>}>
            <Trans>The server delayed it. We try again automatically.</Trans>
          </Meaning>
          <Meaning of={<Trans>“Failed”</Trans>}>
            <Trans>It does not arrive. Check the address, then resend it or change the contact.</Trans>
          </Meaning>
        </Meanings>
      </See>
      <Do>
        <Meanings>
          <Meaning of={<code>resendSetupEmail</code>}>
            <Trans>Sends the welcome email again with a new link; earlier links stop working.</Trans>
          </Meaning>
          <Meaning of={<code>changeProvisioningContact</code>}>
            <Trans>Another person gets the order and the email; what was entered is kept.</Trans>
          </Meaning>
          <Meaning of={<code>reopenOrder</code>}>
            <Trans>An order closed at its deadline continues where it stopped, with a new deadline.</Trans>
          </Meaning>
          <Meaning of={<code>rescheduleOrder, cancelOrder</code>}>
            <Trans>
              Change the start date while the order has not started, or cancel an order while none of its
              services is being set up.
            </Trans>
          </Meaning>
        </Meanings>
      </Do>
      <Know>
        <p>
          <Trans>
            The deadline is 30 days after the welcome email unless the offer says otherwise, and ends when the
            organizations are confirmed. Reminders name it. Support can do the same for you, with a reason.
          </Trans>
        </p>
      </Know>
    </>
  );
}
