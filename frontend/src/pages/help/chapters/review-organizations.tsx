import { Trans, useLingui } from "@lingui/react/macro";
import { Picture } from "../../../ui/picture";
import { SummaryList, SummaryRow } from "../../../ui/summary-list";
import { DrawnCheckbox } from "../drawn";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function ReviewOrganizations() {
  const { t } = useLingui();
  return (
    <>
      <See>
        <p>
          <Trans>The organizations of the order and, for partners, your role at the customer:</Trans>
        </p>
        <Meanings>
          <Meaning of={<Trans>“Provisioning administrator”</Trans>}>
            <Trans>
              The customer’s organization existed before. You set up the services of this order and see
              nothing else.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>“Full administrator”</Trans>}>
            <Trans>You create the customer’s organization with this order.</Trans>
          </Meaning>
        </Meanings>
        <Picture caption={<Trans>What a partner confirms for an existing customer.</Trans>}>
          <div className="paper">
            <SummaryList>
              <SummaryRow label={t`Partner organization`}>
                <strong>Halden Networks GmbH</strong>
              </SummaryRow>
              <SummaryRow label={t`Customer organization`}>
                <strong>Brandt Logistik GmbH</strong>
              </SummaryRow>
              <SummaryRow label={t`Your role`}>
                <strong>{t`Provisioning administrator`}</strong>
              </SummaryRow>
            </SummaryList>
            <DrawnCheckbox
              hint={
                <Trans>
                  We email the customer’s administrator to continue with service setup. You do not lose access
                  to the customer’s organization.
                </Trans>
              }
            >
              <Trans>My customer will set up their own services</Trans>
            </DrawnCheckbox>
          </div>
        </Picture>
      </See>
      <Do>
        <p>
          <Trans>
            Check everything; “Change” leads back to the choice. “Next” maps the order and begins service
            setup.
          </Trans>
        </p>
        <p>
          <Trans>
            Tick “My customer will set up their own services” if the customer is to go on. For a new
            organization, enter the administrator’s email address, too: that person becomes full
            administrator.
          </Trans>
        </p>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              “Undo mapping” lets you choose again until you click “Close” for the first service. What you
              entered for the services is kept.
            </Trans>
          </li>
          <li>
            <Trans>An order whose organizations are confirmed no longer has a deadline.</Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
