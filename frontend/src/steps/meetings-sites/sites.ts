import { t } from "@lingui/core/macro";
import type { MeetingsService } from "../../lib/order";
import type { Facet } from "../service/draft-conflict";

/** A site as typed. */
export type SiteDraft = { siteName: string; timeZone: string | null; earlyRelease: boolean };

/** The name alone, also where the whole address of a site was entered. */
export function nameIn(typed: string): string {
  return typed
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/\.webex\.com\/?$/i, "");
}

/** The sites as saved; one without a name where there is none yet. */
export function savedSites(service: MeetingsService, timeZone: string | null): SiteDraft[] {
  const sites = service.sites.map(({ siteName, timeZone, earlyRelease }) => ({
    siteName,
    timeZone,
    earlyRelease,
  }));
  return sites.length > 0 ? sites : [{ siteName: "", timeZone, earlyRelease: false }];
}

/** What two people may have changed: each thing of the sites that both have, then the further sites as one. */
export function siteFacets(
  mine: SiteDraft[],
  theirs: SiteDraft[],
  zoneName: (zone: string | null) => string,
): Facet<SiteDraft[]>[] {
  const common = Math.min(mine.length, theirs.length);
  const each = mine.slice(0, common).flatMap((_, index) => facetsOf(index, zoneName));
  const further: Facet<SiteDraft[]> = {
    id: "further",
    label: t`Further sites`,
    show: (sites) =>
      sites
        .slice(common)
        .map(({ siteName }) => siteName)
        .join(", ") || t`None`,
    take: (mine, theirs) => [...mine.slice(0, common), ...theirs.slice(common)],
  };
  return [...each, further];
}

function facetsOf(index: number, zoneName: (zone: string | null) => string): Facet<SiteDraft[]>[] {
  const number = index + 1;
  const facet = (
    name: keyof SiteDraft,
    label: string,
    words: (site: SiteDraft) => string,
  ): Facet<SiteDraft[]> => ({
    id: `${index}.${name}`,
    label,
    show: (sites) => (sites[index] ? words(sites[index]) : ""),
    take: (mine, theirs) =>
      mine.map((site, at) => (at === index ? { ...site, [name]: theirs[index]?.[name] } : site)),
  });
  return [
    facet("siteName", t`Site ${number}: Webex URL name`, ({ siteName }) => siteName),
    facet("timeZone", t`Site ${number}: time zone`, ({ timeZone }) => zoneName(timeZone)),
    facet("earlyRelease", t`Site ${number}: early release schedule`, ({ earlyRelease }) =>
      earlyRelease ? t`Yes` : t`No`,
    ),
  ];
}
