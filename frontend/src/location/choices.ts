import { useEffect, useState } from "react";
import { LocationChoicesDocument } from "../gql/graphql";
import { useApiQuery } from "../lib/api-query";

/**
 * Countries, time zones, languages, and the address of a country; the last answer stays until that of another is there,
 * and while no country is chosen.
 */
export function useLocationChoices(chosen: string) {
  const [country, setCountry] = useState(chosen);
  if (chosen && chosen !== country) setCountry(chosen);
  const { data, failure, reload } = useApiQuery(LocationChoicesDocument, { country });
  const [latest, setLatest] = useState(data);
  useEffect(() => {
    if (data) setLatest(data);
  }, [data]);
  return { choices: data ?? latest, failure, reload };
}
