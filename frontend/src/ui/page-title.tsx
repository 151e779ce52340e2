import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef } from "react";
import { isolated } from "../lib/bidi-isolation";
import { focusFieldOfAddress } from "./focus";

let pagesShown = 0;

type PageTitleProps = {
  /** The h1 as plain text; also the document's title. */
  title: string;
  /** The form was refused: the document's title says so first. */
  hasErrors?: boolean;
  /** In place of the plain title, when the h1 bears more than text. */
  children?: ReactNode;
};

/** The h1 of a page; takes focus when the page replaces another one, unless the address leads into a field. */
export function PageTitle({ title, hasErrors = false, children }: PageTitleProps) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    pagesShown += 1;
    window.scrollTo(0, 0);
    if (!focusFieldOfAddress() && pagesShown > 1) heading.current?.focus({ preventScroll: true });
  }, []);
  const prefix = hasErrors ? t`Error:` : "";
  return (
    <>
      <title>{`${prefix} ${isolated(title)} – Control Hub`.trim()}</title>
      <h1 ref={heading} tabIndex={-1}>
        {children ?? title}
      </h1>
    </>
  );
}
