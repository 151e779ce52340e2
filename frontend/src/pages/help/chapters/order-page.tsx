import { Trans, useLingui } from "@lingui/react/macro";
import { Banner } from "../../../ui/banner";
import { Picture } from "../../../ui/picture";
import { Pill } from "../../../ui/status";
import { DrawnButton } from "../drawn";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function OrderPage() {
  const { t } = useLingui();
  const who = "kim.brandt@brandt.example";
  return (
    <>
      <See>
        <p>
          <Trans>
            The status of the order beside its name, then whose turn it is. Below stand services,
            organizations and emails, at the side people and timeline.
          </Trans>
        </p>
        <Picture caption={<Trans>The head of an order page.</Trans>}>
          <div className="paper">
            <div className="paper-row">
              <span className="paper-title">Brandt Logistik GmbH</span>
              <Pill tone="wait">{t`Awaiting provisioning details`}</Pill>
            </div>
            <Banner title={<Trans>This order is waiting for {who}.</Trans>} />
            <div className="paper-row">
              <DrawnButton size="small" icon="download">
                {t`Download draft (PDF)`}
              </DrawnButton>
            </div>
          </div>
        </Picture>
      </See>
      <Do>
        <Meanings>
          <Meaning of={<Trans>Continue with a service</Trans>}>
            <Trans>“Set up now” and “Continue” lead into the wizard.</Trans>
          </Meaning>
          <Meaning of={<Trans>Keep a copy</Trans>}>
            <Trans>
              Choose “Download order summary (PDF)” once every service is submitted; before that, it is a
              draft. In the end, the provisioning contact also gets it by email.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>Everything else</Trans>}>
            <Trans>
              “Manage this order” lists what you can do now, such as handing the order over or undoing the
              mapping.
            </Trans>
          </Meaning>
        </Meanings>
      </Do>
      <Know>
        <p>
          <Trans>
            The timeline shows who did what and when, with the values before and after. Someone who handed an
            order over sees only where it stands.
          </Trans>
        </p>
      </Know>
    </>
  );
}
