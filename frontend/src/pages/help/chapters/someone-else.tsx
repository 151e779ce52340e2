import { Trans, useLingui } from "@lingui/react/macro";
import { DrawnCard } from "../../../ui/drawn-card";
import { Picture } from "../../../ui/picture";
import { SummaryList, SummaryRow } from "../../../ui/summary-list";
import { DrawnButton, DrawnField } from "../drawn";
import { Do, Know, See } from "../sections";

export function SomeoneElse() {
  const { t } = useLingui();
  const person = "kim.brandt@halden.example";
  return (
    <>
      <Do>
        <p>
          <Trans>
            Choose “I want someone else to complete this order”, enter that person’s email address and click
            “Next”. Later, “Hand over” on the order page does the same.
          </Trans>
        </p>
        <Picture caption={<Trans>The person named here gets an email with their own link.</Trans>}>
          <DrawnCard
            title={t`I want someone else to complete this order`}
            selected
            reveal={
              <DrawnField label={t`Email address of the person who will complete the order`}>
                {person}
              </DrawnField>
            }
          >
            <Trans>
              We email that person a new link. You can take the order back until they first sign in.
            </Trans>
          </DrawnCard>
        </Picture>
        <p>
          <Trans>
            To undo it, open the order and choose “Take back”. You can do so until the other person first
            signs in, and continue where you left off.
          </Trans>
        </p>
      </Do>
      <See>
        <p>
          <Trans>Afterwards you only see where the order stands and who it is waiting for.</Trans>
        </p>
        <Picture caption={<Trans>The order page of somebody who handed an order over.</Trans>}>
          <div className="paper">
            <SummaryList>
              <SummaryRow label={t`Handed over to`}>{person}</SummaryRow>
              <SummaryRow label={t`Status`}>{t`Awaiting the contact`}</SummaryRow>
            </SummaryList>
            <div className="paper-row">
              <DrawnButton variant="primary">{t`Take back`}</DrawnButton>
            </div>
          </div>
        </Picture>
      </See>
      <Know>
        <ul>
          <li>
            <Trans>
              Your own links stop working. What you entered is kept; the other person continues from there.
            </Trans>
          </li>
          <li>
            <Trans>
              The seller is told. Once the organizations are confirmed, the contact can no longer change.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
