import { useEffect, useState } from "react";
import { CitiesDocument, type CitiesQuery } from "../gql/graphql";
import { send } from "../lib/client";

const minCharacters = 2;
const debounceDelay = 120;

export type City = CitiesQuery["cities"][number];

/** Cities whose names begin with what is typed, asked for once it rests for a moment. */
export function useCities() {
  const [wanted, setWanted] = useState("");
  const [answer, setAnswer] = useState<{ to: string; cities: readonly City[] }>({ to: "", cities: [] });
  const isAsked = wanted.length >= minCharacters;
  useEffect(() => {
    if (!isAsked) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const { data } = await send(CitiesDocument, { search: wanted });
      if (isCurrent) setAnswer({ to: wanted, cities: data?.cities ?? [] });
    }, debounceDelay);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, isAsked]);
  const isThere = answer.to === wanted;
  return {
    cities: isAsked && isThere ? answer.cities : noCities,
    search: { ask: (typed: string) => setWanted(typed.trim()), isPending: isAsked && !isThere },
  };
}

const noCities: readonly City[] = [];
