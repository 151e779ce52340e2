import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import { TickFollowUpDocument } from "../gql/graphql";
import { useApiMutation } from "../lib/api-mutation";
import { chapterHref } from "../lib/guide-places";
import type { WizardOrder } from "../lib/order";
import { Checkbox } from "../ui/checkbox";
import { ErrorSummary } from "../ui/error-summary";
import { FailureBanner } from "../ui/failure-banner";
import "./follow-ups.css";

type FollowUp = WizardOrder["followUps"][number];
type FollowUpsProps = { order: WizardOrder; update: (changed: WizardOrder) => void };

/** What is left for people once everything is set up: whoever did it ticks it off for all who work on the order. */
export default function FollowUps({ order, update }: FollowUpsProps) {
  if (order.followUps.length === 0) return null;
  return (
    <section className="follow-ups">
      <h2>
        <Trans>What comes next</Trans>
      </h2>
      <ul>
        {order.followUps.map((followUp) => (
          <Item key={followUp.kind} followUp={followUp} order={order} update={update} />
        ))}
      </ul>
    </section>
  );
}

function Item({ followUp, order, update }: FollowUpsProps & { followUp: FollowUp }) {
  const { kind, done } = followUp;
  const { name, about, link } = useWords(order)[kind];
  const act = useApiMutation(TickFollowUpDocument);
  // Shown at once; what the server says comes a moment later.
  const [wanted, setWanted] = useState(done);
  async function tick(done: boolean) {
    setWanted(done);
    const payload = await act.run({ input: { orderId: order.id, followUp: kind, done } });
    if (payload?.order) update(payload.order);
  }
  return (
    <li>
      <Checkbox
        isSelected={act.pending ? wanted : done}
        isReadOnly={act.pending || !order.allowedMutations.includes("tickFollowUp")}
        onChange={tick}
        hint={about}
      >
        {name}
      </Checkbox>
      {link && <p className="follow-up-link">{link}</p>}
      <ErrorSummary errors={act.errors} />
      {act.failure && <FailureBanner failure={act.failure} during="save" onRetry={() => tick(wanted)} />}
    </li>
  );
}

function useWords(order: WizardOrder) {
  const { t } = useLingui();
  const company = order.customerOrganization?.displayName ?? order.companyName;
  const [site] = order.services
    .flatMap((service) => (service.__typename === "MeetingsService" ? service.sites : []))
    .toSorted((one, other) => Number(other.primary) - Number(one.primary));
  const [location] = order.services.flatMap((service) =>
    service.__typename === "CallingService" && service.location ? [service.location.name] : [],
  );
  return {
    ASSIGN_PEOPLE: {
      name: t`Assign people`,
      about: t`Only people who have a license can use it. Full administrators of ${company} assign them.`,
      link: null,
    },
    CHECK_NUMBERS: {
      name: t`Check numbers`,
      about: location
        ? t`Call a number of ${location} from outside, then call out from there.`
        : t`Call one of the numbers from outside, then call out from there.`,
      link: (
        <Link href={chapterHref("organization-page")}>
          <Trans>How to correct a location</Trans>
        </Link>
      ),
    },
    JOIN_TEST_MEETING: {
      name: t`Join a test meeting`,
      about: t`Open the site, start a meeting and have somebody join, with sound and video.`,
      link: site && (
        <a href={`https://${site.siteUrl}`} rel="noreferrer">
          {site.siteUrl}
        </a>
      ),
    },
    INVITE_ADMINISTRATOR: {
      name: t`Invite an administrator`,
      about: t`So that ${company} does not depend on one person: full administrators invite others.`,
      link: order.customerOrganization?.viewerRole ? (
        <Link href={`/organizations/${order.customerOrganization.id}`}>
          <Trans>Who administers {company}</Trans>
        </Link>
      ) : (
        <Link href={chapterHref("full-administrator")}>
          <Trans>What full administrators can do</Trans>
        </Link>
      ),
    },
  };
}
