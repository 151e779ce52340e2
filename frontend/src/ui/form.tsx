import { createContext, type ReactNode, useContext } from "react";
import { Form as AriaForm } from "react-aria-components/Form";
import { byField, type Problem } from "../lib/problem";

const Problems = createContext<Record<string, string[]>>({});

/** What is wrong with the field of this name, until the form is sent again. */
export function useProblem(name: string | undefined): string | undefined {
  const problems = useContext(Problems);
  return name === undefined ? undefined : problems[name]?.join(" ");
}

type FormProps = {
  /** Shown at the fields of these names. */
  errors: readonly Problem[];
  onSubmit: () => void;
  children: ReactNode;
};

/**
 * A form whose fields show the problems found on the server or before sending. They stay until the next try: if a
 * message went with the first change, the button below it would move away under the pointer.
 */
export function Form({ errors, onSubmit, children }: FormProps) {
  return (
    <Problems value={byField(errors)}>
      <AriaForm
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </AriaForm>
    </Problems>
  );
}
