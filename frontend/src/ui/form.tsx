import { createContext, type ReactNode, useContext, useState } from "react";
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
  return (
    <Refusals value={{ messages: byField(errors), first: errors[0] }}>
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
