import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { byField, type Problem } from "../lib/problem";

type Refusal = {
  messages: Record<string, string[]>;
  /** Another object after each try. */
  first: Problem | undefined;
};

const Refusals = createContext<Refusal>({ messages: {}, first: undefined });

/** What is wrong with the field of this name, as long as it holds the value that was refused. */
export function useProblem(name: string | undefined, value: unknown): string | undefined {
  const { messages, first } = useContext(Refusals);
  const [refused, setRefused] = useState({ first, value });
  if (refused.first !== first) setRefused({ first, value });
  const isChanged = refused.first === first && !Object.is(refused.value, value);
  return name === undefined || isChanged ? undefined : messages[name]?.join(" ");
}

type FormProps = {
  /** Shown at the fields of these names. */
  errors: readonly Problem[];
  onSubmit: () => void;
  children: ReactNode;
};

/**
 * A form whose fields show the problems found on the server or before sending, each until it is changed; the summary
 * of them stays until the next try, so that the page does not move while one types.
 */
export function Form({ errors, onSubmit, children }: FormProps) {
  // The page may make a new list of the same problems at each key; hundreds of fields would be drawn again for it.
  const [known, setKnown] = useState(errors);
  const isSame = errors.length === known.length && errors.every((error, place) => error === known[place]);
  if (!isSame) setKnown(errors);
  const refusal = useMemo(() => ({ messages: byField(known), first: known[0] }), [known]);
  return (
    <Refusals value={refusal}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </Refusals>
  );
}
