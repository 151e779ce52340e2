import { ViewerDocument } from "../gql/graphql";
import { useAsk } from "./ask";

/** Who is signed in: undefined while that is unknown, null for nobody. */
export function useViewer() {
  const { data, failure, reload } = useAsk(ViewerDocument, {});
  return {
    viewer: data ? data.viewer : undefined,
    failure,
    reload,
  };
}

export type Viewer = NonNullable<ReturnType<typeof useViewer>["viewer"]>;

/** "lena.vogt@halden.example" → "LV"; one letter where the name has one part. */
export function initials(email: string): string {
  const [name = ""] = email.split("@");
  const parts = name.split(/[._-]/).filter(Boolean);
  return parts
    .slice(0, 2)
    .map((part) => part[0])
    .join("")
    .toUpperCase();
}
