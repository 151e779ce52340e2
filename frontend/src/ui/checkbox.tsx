import type { ReactNode } from "react";
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from "react-aria-components/Checkbox";
import { useProblem } from "./form";
import "./checkbox.css";

type CheckboxProps = Omit<AriaCheckboxProps, "children" | "className" | "style"> & {
  children: ReactNode;
  /** What ticking it means, below the label. */
  hint?: ReactNode;
};

/** A box to tick. */
export function Checkbox({ children, hint, ...props }: CheckboxProps) {
  const problem = useProblem(props.name, props.isSelected);
  return (
    <AriaCheckbox
      {...props}
      validationBehavior="aria"
      isInvalid={problem !== undefined}
      className="checkbox"
      data-field={props.name}
    >
      <svg className="checkbox-box" viewBox="0 0 18 18" fill="none" aria-hidden="true">
        <path
          d="m4.5 9.3 3 3 6-6.5"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span>
        {children}
        {hint && <span className="checkbox-hint">{hint}</span>}
      </span>
    </AriaCheckbox>
  );
}
