import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { chapters } from "../../lib/guide";
import { type ChapterSlug, type GuidePart, guideParts } from "../../lib/guide-parts";
import { chapterHref, guideHref } from "../../lib/guide-places";
import { HubPage } from "../../ui/hub-page";
import { texts } from "./texts";
import { partTitles } from "./titles";
import "./help.css";

/** One chapter, the ways to its neighbours, and beside it all the others. */
export function Chapter({ slug }: { slug: ChapterSlug }) {
  const { t, i18n } = useLingui();
  const { title, summary, Text } = texts[slug];
  return (
    <HubPage
      title={i18n._(title)}
      lead={i18n._(summary)}
      back={{ href: guideHref, label: t`Guide: contents` }}
    >
      <div className="guide-columns">
        <div>
          <article className="guide-chapter">
            <Text />
          </article>
          <Neighbours slug={slug} />
        </div>
        <AllChapters current={slug} />
      </div>
    </HubPage>
  );
}

function Neighbours({ slug }: { slug: ChapterSlug }) {
  const { t, i18n } = useLingui();
  const place = chapters.indexOf(slug);
  const before = chapters[place - 1];
  const after = chapters[place + 1];
  return (
    <nav className="guide-neighbours" aria-label={t`Chapters before and after`}>
      {before && (
        <Link href={chapterHref(before)} rel="prev">
          <span className="caption ink-3">
            <Trans>Previous</Trans>
          </span>{" "}
          {i18n._(texts[before].title)}
        </Link>
      )}
      {after && (
        <Link href={chapterHref(after)} rel="next">
          <span className="caption ink-3">
            <Trans>Next</Trans>
          </span>{" "}
          {i18n._(texts[after].title)}
        </Link>
      )}
    </nav>
  );
}

function AllChapters({ current }: { current: ChapterSlug }) {
  const { t, i18n } = useLingui();
  return (
    <nav className="guide-contents" aria-label={t`All chapters`}>
      {(Object.keys(guideParts) as GuidePart[]).map((part) => (
        <section key={part}>
          <p className="caption ink-3">{i18n._(partTitles[part])}</p>
          <ul>
            {guideParts[part].map((slug) => (
              <li key={slug}>
                <Link href={chapterHref(slug)} {...(slug === current && { "aria-current": "page" as const })}>
                  {i18n._(texts[slug].title)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
