import { useEffect, useState } from "react";
import { LocationChoicesDocument } from "../gql/graphql";
import { useAsk } from "../lib/ask";

/** Countries, time zones, languages, and the address of a country; the last answer stays until that of another is there. */
export function useLocationChoices(country: string) {
  const { data, failure, reload } = useAsk(LocationChoicesDocument, { country });
  const [latest, setLatest] = useState(data);
  useEffect(() => {
    if (data) setLatest(data);
  }, [data]);
  return { choices: data ?? latest, failure, reload };
}
