import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { SiteNameDocument, SiteNameProposalsDocument } from "../../gql/graphql";
import { announce } from "../../lib/announce";
import { useApiQuery } from "../../lib/api-query";
import type { Note } from "../../ui/field";

const pause = 350;

/** Free names made from the customer's name, for a site that has none yet. */
export function useProposals(serviceId: string): readonly string[] {
  return useApiQuery(SiteNameProposalsDocument, { serviceId }).data?.siteNameProposals ?? none;
}

const none: readonly string[] = [];

/** Whether the name can be had, asked while it is typed, once it rests for a moment; free names near it if not. */
export function useSiteName(siteName: string, serviceId: string, isHeld: boolean) {
  const { t } = useLingui();
  const typed = siteName.trim().toLowerCase();
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, pending } = useApiQuery(
    SiteNameDocument,
    { siteName: rested, serviceId },
    rested === "" || isHeld,
  );
  const isAsked = typed !== "" && !isHeld;
  const checking = isAsked && (rested !== typed || pending);
  const answer = isAsked && !checking ? data?.siteNameAvailability : undefined;
  const address = `${typed}.webex.com`;
  const texts: Partial<Record<string, string>> = {
    TOO_LONG: t`Use 60 characters at most.`,
    INVALID: t`Use 2 to 60 letters, digits and single hyphens.`,
    SITE_NAME_RESERVED: t`${address} is reserved. These are free:`,
  };
  const taken = answer?.suggestions.length ? t`${address} is taken. These are free:` : t`${address} is taken`;
  const words = answer?.available ? t`${address} is available` : (texts[answer?.reason ?? ""] ?? taken);
  const said = answer && words;
  useEffect(() => {
    if (said) announce(said);
  }, [said]);
  const note: Note | undefined = checking
    ? { tone: "quiet", text: t`Checking …` }
    : answer && { tone: answer.available ? "ok" : "warn", text: words };
  return { checking, note, suggestions: answer?.available === false ? answer.suggestions : [] };
}
