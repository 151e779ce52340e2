import { t } from "@lingui/core/macro";
import type { ExistingSitesQuery } from "../../gql/graphql";
import type { MeetingsService } from "../../lib/order";
import type { Facet } from "../service/choice";

/** A site as typed, or one that the organization has, which is used as it is. */
export type SiteDraft = {
  siteName: string;
  timeZone: string | null;
  earlyRelease: boolean;
  existingSiteId: string | null;
  /** Units of a pasted list by license id, as they stood there: they wait for the next step. */
  units?: Record<string, string> | undefined;
};

type OfferedServices = NonNullable<ExistingSitesQuery["order"]>["services"];
export type ExistingSite = Extract<
  OfferedServices[number],
  { existingSites: unknown }
>["existingSites"][number];

/** What the organization has, the primary site first. */
export function offeredSites(answer: ExistingSitesQuery): ExistingSite[] {
  const services = answer.order?.services ?? [];
  const found = services.flatMap((service) => ("existingSites" in service ? service.existingSites : []));
  return found.toSorted((one, other) => Number(other.primary) - Number(one.primary));
}

/** A site of the organization, to be used. */
export function usedSite({ id, siteName, timeZone, earlyRelease }: ExistingSite): SiteDraft {
  return { siteName, timeZone, earlyRelease, existingSiteId: id };
}

export function newSite(timeZone: string | null): SiteDraft {
  return { siteName: "", timeZone, earlyRelease: false, existingSiteId: null };
}

/** The name alone, also where the whole address of a site was entered. */
export function nameIn(typed: string): string {
  return typed
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/\.webex\.com\/?$/i, "");
}

/** The sites as saved; where there is none yet the first one that the organization has, else one without a name. */
export function savedSites(
  service: MeetingsService,
  timeZone: string | null,
  [first]: readonly ExistingSite[],
): SiteDraft[] {
  const sites = service.sites.map(({ siteName, timeZone, earlyRelease, existingSiteId }) => ({
    siteName,
    timeZone,
    earlyRelease,
    existingSiteId,
  }));
  if (sites.length > 0) return sites;
  return [first ? usedSite(first) : newSite(timeZone)];
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
    name: "siteName" | "timeZone" | "earlyRelease",
    label: string,
    words: (site: SiteDraft) => string,
  ): Facet<SiteDraft[]> => ({
    id: `${index}.${name}`,
    label,
    show: (sites) => (sites[index] ? words(sites[index]) : ""),
    take: (mine, theirs) =>
      mine.map((site, at) => {
        const their = theirs[index];
        if (at !== index || !their) return site;
        // A name and whether the organization has a site of it go together.
        const { existingSiteId } = name === "siteName" ? their : site;
        return { ...site, [name]: their[name], existingSiteId };
      }),
  });
  return [
    facet("siteName", t`Site ${number}: Webex URL name`, ({ siteName }) => siteName),
    facet("timeZone", t`Site ${number}: time zone`, ({ timeZone }) => zoneName(timeZone)),
    facet("earlyRelease", t`Site ${number}: early release schedule`, ({ earlyRelease }) =>
      earlyRelease ? t`Yes` : t`No`,
    ),
  ];
}
