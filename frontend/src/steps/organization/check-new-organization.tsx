import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { PossibleDuplicatesDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { countryName } from "../../lib/format";
import { Banner } from "../../ui/banner";
import { Button } from "../../ui/button";
import { StepPage } from "../../ui/step-page";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { Stale, useVersion } from "../stale";
import { type Candidate, CandidateFacts } from "./candidate";
import type { NewOrganizationProps } from "./new-organization";
import { useChoices } from "./organization-facts";

/** The entries of a new organization, shown again to be checked, and the organizations that it may be already. */
export function CheckNewOrganization({
  order,
  slot,
  href,
  next,
  update,
  entry,
  forget,
  create,
  open,
}: NewOrganizationProps & { forget: () => void }) {
  const { t } = useLingui();
  const choices = useChoices();
  const { run, refuse, payload, ...done } = create;
  const { version, conflict, act, accept } = useVersion(order, done);
  const now = payload?.order ?? order;
  const theirs = slot === "PARTNER" ? now.partnerOrganization : now.customerOrganization;
  const country = entry.country ?? "";
  const { data } = useApiQuery(PossibleDuplicatesDocument, {
    orderId: order.id,
    slot,
    companyName: entry.companyName,
    country,
  });
  const duplicates = data?.possibleDuplicates ?? [];
  const vertical = choices?.businessVerticals.find(({ code }) => code === entry.businessVertical);
  const page = href(slot === "PARTNER" ? "partner-organization" : "customer-organization");
  const form = `${page}?view=create`;

  async function save() {
    const businessVertical = entry.businessVertical ?? "";
    const input = { orderId: order.id, slot, ...entry, businessVertical, country, expectedVersion: version };
    const saved = await run({ input });
    if (!saved?.order) return;
    forget();
    next(saved.order);
  }

  const isRefused = act.errors.some(({ field }) => field.length > 0);
  return (
    <StepPage back={form} title={t`Check the new organization`} act={act} onSubmit={save}>
      <Stale
        conflict={conflict}
        {...(theirs && {
          differences: [
            {
              id: "organization",
              label: t`Organization`,
              mine: entry.companyName,
              theirs: theirs.displayName,
            },
          ],
        })}
        onContinue={(taken) => {
          accept();
          if (!taken.has("organization")) return update(now);
          forget();
          next(now);
        }}
      />
      {duplicates.length > 0 && <Duplicates candidates={duplicates} page={page} />}
      <SummaryList>
        <SummaryRow
          label={t`Company name`}
          change={{ href: form, what: t`company name`, field: "companyName" }}
        >
          {entry.companyName}
        </SummaryRow>
        <SummaryRow
          label={t`Business vertical`}
          change={{ href: form, what: t`business vertical`, field: "businessVertical" }}
        >
          {vertical?.name}
        </SummaryRow>
        <SummaryRow
          label={t`Country or region`}
          change={{ href: form, what: t`country or region`, field: "country" }}
        >
          {countryName(country)}
        </SummaryRow>
      </SummaryList>
      <p className="small ink-3 organization-note">
        <Trans>Others can find the organization only after you confirm the order’s organizations.</Trans>
      </p>
      <div className="actions">
        <Button type="submit" variant="primary" isPending={act.pending}>
          <Trans>Next</Trans>
        </Button>
        {isRefused && (
          <Button variant="quiet" onPress={() => open("create")}>
            <Trans>Change the entries</Trans>
          </Button>
        )}
      </div>
    </StepPage>
  );
}

/** Organizations of the same domain, or of the same name and country: a warning that blocks nothing. */
function Duplicates({ candidates, page }: { candidates: readonly Candidate[]; page: string }) {
  const { t } = useLingui();
  return (
    <div className="organization-duplicates">
      <Banner
        tone="warn"
        title={t`This organization may exist already.`}
        action={
          <Link href={page}>
            <Trans>Search for it by its domain</Trans>
          </Link>
        }
      >
        <Trans>Two organizations for one company are hard to merge later.</Trans>
      </Banner>
      <ul>
        {candidates.map(({ organization }) => (
          <li key={organization.id} className="small">
            <strong>{organization.displayName}</strong>{" "}
            <span className="ink-3">{countryName(organization.country)}</span>
            <CandidateFacts organization={organization} />
          </li>
        ))}
      </ul>
    </div>
  );
}
