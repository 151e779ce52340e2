import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { chapterHref } from "../../../lib/guide-places";
import { DrawnCard } from "../../../ui/drawn-card";
import { Picture } from "../../../ui/picture";
import { Do, Know, Meaning, Meanings } from "../sections";

export function Audience() {
  const { t } = useLingui();
  return (
    <>
      <Picture caption={<Trans>The first question of the wizard.</Trans>}>
        <DrawnCard title={t`This order is for a customer`} selected>
          <Trans>You are a partner. You choose your own organization first, then your customer’s.</Trans>
        </DrawnCard>
        <DrawnCard title={t`This order is for my company`}>
          <Trans>You choose one organization: your own.</Trans>
        </DrawnCard>
        <DrawnCard title={t`I want someone else to complete this order`}>
          <Trans>
            We email that person a new link. You can take the order back until they first sign in.
          </Trans>
        </DrawnCard>
      </Picture>
      <Do>
        <Meanings>
          <Meaning of={<Trans>“This order is for a customer”</Trans>}>
            <Trans>
              Choose it as a partner. You map the subscription to your partner organization, then to the
              correct customer organization.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>“This order is for my company”</Trans>}>
            <Trans>Choose it if the company that uses Webex is your own. There is one organization.</Trans>
          </Meaning>
          <Meaning of={<Trans>“I want someone else to complete this order”</Trans>}>
            <Trans>
              Choose it if you are not the right person:{" "}
              <Link href={chapterHref("someone-else")}>how to hand an order over</Link>.
            </Trans>
          </Meaning>
        </Meanings>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              We advise partners to set up on the customer’s behalf: you can then support them after setup is
              complete.
            </Trans>
          </li>
          <li>
            <Trans>
              Until the organizations are confirmed you can change the answer. The organizations are then
              chosen again; we ask before.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
