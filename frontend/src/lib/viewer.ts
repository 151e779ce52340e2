import { useState } from "react";
import { ViewerDocument } from "../gql/graphql";
import { useApiQuery, useKnown } from "./api-query";

/** Who is signed in: undefined while that is unknown, null for nobody; and whether somebody was. */
export function useViewer() {
  const { data, failure, reload } = useApiQuery(ViewerDocument, {});
  const [wasSignedIn, setSignedIn] = useState(false);
  if (data?.viewer && !wasSignedIn) setSignedIn(true);
  return {
    viewer: data ? data.viewer : undefined,
    wasSignedIn,
    failure,
    reload,
  };
}

/** The same on a page whose frame has asked already. */
export function useKnownViewer(): Viewer | undefined {
  return useKnown(ViewerDocument, {})?.viewer ?? undefined;
}

export type Viewer = NonNullable<ReturnType<typeof useViewer>["viewer"]>;

/** "lena.vogt@halden.example" → "LV", "it@brandt.example" → "IT". */
export function initials(email: string): string {
  const [name = ""] = email.split("@");
  const [first = "", second] = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return (second ? first.slice(0, 1) + second.slice(0, 1) : first.slice(0, 2)).toUpperCase();
}
