import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { type GuidePart, guideParts } from "../../lib/guide-parts";
import { chapterHref } from "../../lib/guide-places";
import { HubPage, Section } from "../../ui/hub-page";
import { Picture } from "../../ui/picture";
import { texts } from "./texts";
import { partTitles } from "./titles";
import { Station, Way } from "./way";
import "./help.css";

/** What the guide tells, chapter by chapter. */
export function Contents() {
  const { t, i18n } = useLingui();
  return (
    <HubPage
      title={t`Guide`}
      lead={
        <Trans>
          Webex Suite subscriptions are provisioned in Control Hub. A new subscription is completed in two
          parts: organization finder, then service setup. Together they take about 10 minutes.
        </Trans>
      }
    >
      <Picture caption={<Trans>The path of an order: from the welcome email to provisioned services.</Trans>}>
        <Way>
          <Station icon="mail" title={<Trans>Welcome email</Trans>}>
            <Trans>Open its link</Trans>
          </Station>
          <Station icon="search" title={<Trans>Organization finder</Trans>}>
            <Trans>Map the order</Trans>
          </Station>
          <Station icon="video" title={<Trans>Service setup</Trans>}>
            <Trans>Name sites and location</Trans>
          </Station>
          <Station icon="check" title={<Trans>Provisioned</Trans>}>
            <Trans>Ready to use</Trans>
          </Station>
        </Way>
      </Picture>
      {(Object.keys(guideParts) as GuidePart[]).map((part) => (
        <Section key={part} title={i18n._(partTitles[part])}>
          <ul className="guide-list">
            {guideParts[part].map((slug) => (
              <li key={slug}>
                <Link href={chapterHref(slug)}>{i18n._(texts[slug].title)}</Link>
                <p className="ink-2">{i18n._(texts[slug].summary)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </HubPage>
  );
}
