import type { ReactNode } from "react";
import { Form as AriaForm } from "react-aria-components/Form";
import { byField, type Problem } from "../lib/problem";

type FormProps = {
  /** Shown at the fields of these names. */
  errors: readonly Problem[];
  onSubmit: () => void;
  children: ReactNode;
};

/** A form whose fields show the problems found on the server or before sending. */
export function Form({ errors, onSubmit, children }: FormProps) {
  return (
    <AriaForm
      validationBehavior="aria"
      validationErrors={byField(errors)}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </AriaForm>
  );
}
