import { Trans, useLingui } from "@lingui/react/macro";
import { Banner } from "../../../ui/banner";
import { Pill } from "../../../ui/status";
import { DrawnButton } from "../drawn";
import { Picture } from "../picture";
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
            <Banner title={<Trans>This order waits for {who}.</Trans>} />
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
          <Meaning of={<Trans>Go on with a service</Trans>}>
            <Trans>“Set up now” and “Continue” lead into the wizard.</Trans>
          </Meaning>
          <Meaning of={<Trans>Keep a copy</Trans>}>
            <Trans>
              “Download order summary (PDF)” once every service is closed; before, it is a draft. The
              provisioning contact also gets it by email in the end.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>Everything else</Trans>}>
            <Trans>
              “Manage this order” lists what you may do now, such as handing over or undoing the mapping.
            </Trans>
          </Meaning>
        </Meanings>
      </Do>
      <Know>
        <p>
          <Trans>
            The timeline tells who did what and when, with the values before and after. Who handed an order
            over sees only where it stands.
          </Trans>
        </p>
      </Know>
    </>
  );
}
