import { plural, t } from "@lingui/core/macro";
import { useRef, useState } from "react";
import {
  type OrganizationType,
  SearchOrganizationsDocument,
  type SearchOrganizationsQuery,
} from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { send } from "../../lib/client";
import { type Failure, failureOf } from "../../lib/failure";
import type { Candidate } from "./candidate";

type Page = SearchOrganizationsQuery["searchOrganizations"];

/** What a search has found so far. */
export type Found = {
  basedOn: string;
  reason: Page["reason"];
  message: string;
  /** Organizations with the domain itself. */
  exact: Candidate[];
  /** Organizations whose domain is only related to it, or only looks like it. */
  similar: Candidate[];
  /** Where the next page begins; null: this was all. */
  after: string | null;
};

/** The global search by domain or address. Each is counted and told on the order, so only a person starts one. */
export function useGlobalSearch(orderId: string, slot: OrganizationType) {
  const [found, setFound] = useState<Found | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef("");

  async function ask(domain: string, before: Found | null) {
    asked.current = domain;
    setPending(true);
    setFailure(null);
    const { data, error, correlationId } = await send(SearchOrganizationsDocument, {
      orderId,
      slot,
      domain,
      after: before?.after ?? null,
    });
    setPending(false);
    if (!data) {
      setFailure(error ? failureOf(error) : { kind: "offline", correlationId });
      return;
    }
    const now = withPage(before, data.searchOrganizations);
    setFound(now);
    announce(inWords(now));
  }

  return {
    found,
    pending,
    failure,
    search: (domain: string) => ask(domain, null),
    more: () => ask(asked.current, found),
  };
}

function withPage(before: Found | null, { edges, pageInfo, ...page }: Page): Found {
  const candidates = edges.map(({ node }) => node);
  return {
    ...page,
    exact: [...(before?.exact ?? []), ...candidates.filter((candidate) => !isSimilar(candidate))],
    similar: [...(before?.similar ?? []), ...candidates.filter(isSimilar)],
    after: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
  };
}

function isSimilar({ flags }: Candidate): boolean {
  return flags.includes("RELATED_DOMAIN") || flags.includes("LOOK_ALIKE_DOMAIN");
}

/** "1 organization for acme.com, 2 related or similar". */
function inWords({ exact, similar, basedOn, message }: Found): string {
  if (exact.length + similar.length === 0) return message;
  const others = similar.length;
  const own = t`${countOf(exact)} for ${basedOn}`;
  return others > 0 ? own + t`, ${others} related or similar` : own;
}

/** "2 organizations". */
export function countOf(found: readonly Candidate[]): string {
  return plural(found.length, { one: "# organization", other: "# organizations" });
}
