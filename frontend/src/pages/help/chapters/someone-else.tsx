import { Trans, useLingui } from "@lingui/react/macro";
import { SummaryList, SummaryRow } from "../../../ui/summary-list";
import { DrawnButton, DrawnCard, DrawnField } from "../drawn";
import { Picture } from "../picture";
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
        <Picture caption={<Trans>The person named here gets an email with a link of their own.</Trans>}>
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
            signs in, and go on where you stopped.
          </Trans>
        </p>
      </Do>
      <See>
        <p>
          <Trans>Afterwards you see only where the order stands and whom it waits for.</Trans>
        </p>
        <Picture caption={<Trans>The order page of somebody who handed an order over.</Trans>}>
          <div className="paper">
            <SummaryList>
              <SummaryRow label={t`Handed over to`}>{person}</SummaryRow>
              <SummaryRow label={t`State`}>{t`Awaiting the contact`}</SummaryRow>
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
              Your own links stop working. What you entered stays; the other person goes on with it.
            </Trans>
          </li>
          <li>
            <Trans>
              The seller is told. Once the organizations are confirmed, the contact stays the same.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
