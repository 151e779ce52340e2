import { Trans } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import "./error-summary.css";

type Problem = {
  message: string;
  field: readonly string[];
  /** Which of several the message is about; the summary says it first. */
  about?: string;
};

/** Moves focus to the field of this name. */
function focusField(name: string) {
  const field = document.querySelector(`[data-field="${CSS.escape(name)}"]`);
  const target = field?.querySelector<HTMLElement>(
    "input:not([hidden]):not([type=hidden]), textarea, button",
  );
  target?.focus();
  target?.scrollIntoView({ block: "center" });
}

/** All problems of a form, first in the column; takes focus each time they are new. */
export function ErrorSummary({ errors }: { errors: readonly Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  // New errors are other objects; the list around them may be another with each drawing.
  const [first] = errors;
  // biome-ignore lint/correctness/useExhaustiveDependencies: new errors take focus again
  useEffect(() => box.current?.focus(), [first]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Trans>There is a problem</Trans>
      </h2>
      <ul>
        {errors.map(({ field, message, about }) => {
          const name = field.join(".");
          const text = about ? `${about}: ${message}` : message;
          return (
            <li key={name + message}>
              {name ? (
                <a
                  href={`#${name}`}
                  onClick={(event) => {
                    event.preventDefault();
                    focusField(name);
                  }}
                >
                  {text}
                </a>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
