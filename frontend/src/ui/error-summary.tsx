import { Trans } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { focusField } from "./focus";
import { Reference } from "./reference";
import "./error-summary.css";

type Problem = {
  message: string;
  field: readonly string[];
  /** Which of several the message is about; the summary says it first. */
  about?: string;
  code?: string;
  reference?: string | undefined;
};

/** What a text of the server leaves open: "Use 100 characters at most." could be about any field. */
const unnamed = new Set(["INVALID", "TOO_LONG"]);

/** The label of the field, where the message may be about several of the page; it says nothing where only one has a label. */
function labelOf({ field, message, code }: Problem): string | undefined {
  const labels = document.querySelectorAll("[data-field] .field-label");
  if (!unnamed.has(code ?? "") || labels.length < 2) return undefined;
  const box = document.querySelector(`[data-field="${CSS.escape(field.join("."))}"]`);
  const label = box?.querySelector(".field-label")?.textContent ?? undefined;
  const isNamed = label !== undefined && message.toLowerCase().includes(label.toLowerCase());
  return isNamed ? undefined : label;
}

/** All problems of a form, first in the column; takes focus each time they are new. */
export function ErrorSummary({ errors }: { errors: readonly Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  const known = useRef<readonly Problem[]>([]);
  // New errors are other objects; the list around them may be another with each drawing, and shorter once some are gone.
  useEffect(() => {
    const isNew = errors.some((error) => !known.current.includes(error));
    known.current = errors;
    if (isNew) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Trans>There is a problem</Trans>
      </h2>
      <ul>
        {errors.map((error) => {
          const { field, message } = error;
          const name = field.join(".");
          const about = error.about ?? labelOf(error);
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
      <Reference id={errors[0]?.reference} />
    </div>
  );
}
