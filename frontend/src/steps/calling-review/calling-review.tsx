import { Trans, useLingui } from "@lingui/react/macro";
import { LocationLanguagesDocument } from "../../gql/graphql";
import { useApiQuery } from "../../lib/api-query";
import { zone } from "../../lib/format";
import type { StepProps } from "../../lib/step";
import { setupNames } from "../../lib/words";
import { addressLine } from "../../location/location";
import { Badge } from "../../ui/status";
import { StepPage } from "../../ui/step-page";
import { SummaryList, SummaryRow } from "../../ui/summary-list";
import { Close } from "../service/close";
import { callingOf } from "../service/of-kind";
import { ReviewOrganization } from "../service/review-organization";
import { useSubmit } from "../service/submit";
import { Stale } from "../stale";
import "../service/review.css";

/** Everything about Calling once more; Close starts its setup. */
export default function CallingReview({ order, back, href, next, update }: StepProps) {
  const { i18n, t } = useLingui();
  const service = callingOf(order);
  const { act, submit, stale } = useSubmit(service, { order, next, update });
  const { data } = useApiQuery(LocationLanguagesDocument, {});
  const language = (code: string) => data?.languages.find((language) => language.code === code)?.name ?? code;
  const { location } = service;
  const form = href("calling-location");
  const isNew = location?.existingLocationId === null;
  const change = (what: string, field: string) => (isNew ? { change: { href: form, what, field } } : {});
  return (
    <StepPage
      back={back}
      width="wide"
      service={i18n._(setupNames.CALLING)}
      title={t`Is everything right?`}
      act={act}
      onSubmit={submit}
    >
      <Stale {...stale} />
      {location && (
        <section className="review-part">
          <h2>
            {location.name}
            {!isNew && (
              <Badge>
                <Trans>In use already</Trans>
              </Badge>
            )}
          </h2>
          <SummaryList>
            <SummaryRow
              label={t`Location name`}
              change={{ href: form, what: t`location name`, field: isNew ? "name" : "existingLocationId" }}
            >
              {location.name}
            </SummaryRow>
            <SummaryRow label={t`Address`} {...change(t`address`, "address.address1")}>
              {addressLine(location.address)}
            </SummaryRow>
            <SummaryRow label={t`Time zone`} {...change(t`time zone`, "timeZone")}>
              {zone(location.timeZoneLabel, location.timeZone)}
            </SummaryRow>
            <SummaryRow label={t`Preferred language`} {...change(t`preferred language`, "preferredLanguage")}>
              {language(location.preferredLanguage)}
            </SummaryRow>
            <SummaryRow
              label={t`Announcement language`}
              {...change(t`announcement language`, "announcementLanguage")}
            >
              {language(location.announcementLanguage)}
            </SummaryRow>
          </SummaryList>
        </section>
      )}
      <ReviewOrganization order={order} />
      <Close order={order} service={service} next={next} act={act}>
        <Trans>After provisioning, you change the location and add more in Control Hub.</Trans>
      </Close>
    </StepPage>
  );
}
