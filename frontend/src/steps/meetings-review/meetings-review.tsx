import { Trans, useLingui } from "@lingui/react/macro";
import { isolated } from "../../lib/bidi-isolation";
import { number, zone } from "../../lib/format";
import type { MeetingsService } from "../../lib/order";
import type { StepProps } from "../../lib/step";
import { setupNames } from "../../lib/words";
import { Badge } from "../../ui/status";
import { StepPage } from "../../ui/step-page";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { Close } from "../service/close";
import { meetingsOf } from "../service/of-kind";
import { ReviewOrganization } from "../service/review-organization";
import { useSubmit } from "../service/submit";
import { fieldOf } from "../service/units-field-name";
import { Stale } from "../stale";
import "../service/review.css";

/** Everything about Meetings once more; Close starts its setup. */
export default function MeetingsReview({ order, back, href, next, update }: StepProps) {
  const { i18n, t } = useLingui();
  const service = meetingsOf(order);
  const { act, submit, stale } = useSubmit(service, { order, next, update });
  return (
    <StepPage
      back={back}
      width="wide"
      service={i18n._(setupNames.MEETINGS)}
      title={t`Is everything right?`}
      act={act}
      onSubmit={submit}
    >
      <Stale {...stale} />
      {service.sites.map((site, index) => (
        <ReviewSite key={site.id} site={site} index={index} href={href} several={service.sites.length > 1} />
      ))}
      <ReviewOrganization order={order} />
      <Close order={order} service={service} next={next} act={act}>
        <Trans>After provisioning, you edit sites in Control Hub.</Trans>
      </Close>
    </StepPage>
  );
}

type ReviewSiteProps = Pick<StepProps, "href"> & {
  site: MeetingsService["sites"][number];
  index: number;
  several: boolean;
};

function ReviewSite({ site, index, href, several }: ReviewSiteProps) {
  const { t } = useLingui();
  const name = site.siteName;
  const isNew = site.existingSiteId === null;
  const change = (what: string, field: string) =>
    isNew ? { change: { href: href("meetings-sites"), what, field: `sites.${index}.${field}` } } : {};
  const [first] = site.allocations;
  const units = site.allocations
    .filter(({ units }) => units > 0)
    .map(({ license, units }) => `${isolated(license.name)}: ${number(units)}`)
    .join(", ");
  return (
    <section className="review-part">
      <h2>
        {`${name}.webex.com`}
        {site.primary && (
          <Badge>
            <Trans>Primary</Trans>
          </Badge>
        )}
        {!isNew && (
          <Badge>
            <Trans>In use already</Trans>
          </Badge>
        )}
      </h2>
      <SummaryList>
        <SummaryRow label={t`Time zone`} {...change(t`time zone of ${name}`, "timeZone")}>
          {zone(site.timeZoneLabel, site.timeZone)}
        </SummaryRow>
        <SummaryRow
          label={t`Early release schedule`}
          {...change(t`early release schedule of ${name}`, "earlyRelease")}
        >
          {site.earlyRelease ? (
            isNew ? (
              <Trans>Yes. You can’t change this after provisioning.</Trans>
            ) : (
              <Trans>Yes</Trans>
            )
          ) : (
            <Trans>No</Trans>
          )}
        </SummaryRow>
        {units && (
          <SummaryRow
            label={t`Licenses`}
            {...(several &&
              first && {
                change: {
                  href: href("meetings-licenses"),
                  what: t`licenses of ${name}`,
                  field: fieldOf(first.license.id, name),
                },
              })}
          >
            {units}
          </SummaryRow>
        )}
      </SummaryList>
    </section>
  );
}
