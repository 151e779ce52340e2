import type { ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup, type RadioGroupProps } from "react-aria-components/RadioGroup";
import { FieldFoot, useField } from "./field";
import { useProblem } from "./form";
import "./radio-card.css";

type RadioCardsProps = Omit<RadioGroupProps, "children" | "className" | "style"> & {
  /** Names the group; read out only, since the page's question stands above. */
  label: string;
  children: ReactNode;
};

/** A question answered by one of several cards. */
export function RadioCards({ label, children, ...props }: RadioCardsProps) {
  const problem = useProblem(props.name, props.value);
  const { id, control } = useField({ problem });
  const describedBy = control["aria-describedby"];
  return (
    <RadioGroup
      {...props}
      validationBehavior="aria"
      isInvalid={problem !== undefined}
      {...(describedBy && { "aria-describedby": describedBy })}
      className="radio-cards"
      data-field={props.name}
    >
      <Label className="unseen">{label}</Label>
      <div className="cards">{children}</div>
      <FieldFoot id={id} problem={problem} />
    </RadioGroup>
  );
}

type RadioCardProps = {
  value: string;
  title: ReactNode;
  /** Beside the title in a quieter ink. */
  meta?: ReactNode;
  badge?: ReactNode;
  /** Facts and evidence below the title. */
  children?: ReactNode;
  /** Shown inside the card, outside its label, while it is chosen. */
  reveal?: ReactNode;
};

/** One card; the circle is the control, the edge only groups. */
export function RadioCard({ value, title, meta, badge, children, reveal }: RadioCardProps) {
  return (
    <div className="radio-card">
      <Radio value={value} className="radio-card-choice">
        <span className="radio-circle" />
        <span className="radio-card-text">
          <span className="radio-card-title">
            <strong>{title}</strong>
            {meta && <span className="ink-3 small">{meta}</span>}
            {badge}
          </span>
          {children}
        </span>
      </Radio>
      {reveal && <div className="radio-card-reveal">{reveal}</div>}
    </div>
  );
}
