import type { ReactNode } from "react";
import "./one-of.css";

type OneOfProps<Name extends string> = {
  shown: NoInfer<Name>;
  /** What can stand here, by name. */
  texts: Record<Name, ReactNode>;
};

/**
 * One of several texts, in a place that has room for each of them: what stands below does not move when another one is
 * shown. Within a paragraph or heading; only the shown text is read out.
 */
export function OneOf<Name extends string>({ shown, texts }: OneOfProps<Name>) {
  return (
    <span className="one-of">
      {(Object.keys(texts) as Name[]).map((name) => (
        <span key={name} data-shown={name === shown || undefined} aria-hidden={name !== shown || undefined}>
          {texts[name]}
        </span>
      ))}
    </span>
  );
}
