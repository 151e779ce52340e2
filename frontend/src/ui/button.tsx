import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { Link } from "wouter";
import { withBase } from "../lib/base-path";
import { Icon, type IconName } from "./icon";
import { Spinner } from "./spinner";
import "./button.css";

type ButtonStyle = {
  /** primary: one a view; danger: in dialogs only. */
  variant?: "primary" | "secondary" | "quiet" | "danger";
  /** small: in rows. */
  size?: "medium" | "small";
  icon?: IconName;
  children: ReactNode;
};

type ButtonProps = ButtonStyle & Omit<AriaButtonProps, "children" | "className" | "style">;

/**
 * A button; `isPending` puts a spinner before the unchanged label. Presses are then ignored by the act that is under way:
 * React Aria's own pending state reads out the label of a button that may be gone with the page.
 */
export function Button({
  variant = "secondary",
  size = "medium",
  icon,
  children,
  isPending = false,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className="button"
      data-variant={variant}
      data-size={size}
      {...(isPending && { "aria-disabled": true, "data-pending": "" })}
    >
      {isPending ? <Spinner /> : icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </AriaButton>
  );
}

type ButtonLinkProps = ButtonStyle & {
  href: string /** A file or another document: the browser, not the router, opens it. */;
  external?: boolean;
};

/** A link that looks like a button, for what leads to another page or file. */
export function ButtonLink({
  variant = "secondary",
  size = "medium",
  icon,
  children,
  href,
  external,
}: ButtonLinkProps) {
  const look = { className: "button", "data-variant": variant, "data-size": size };
  const content = (
    <>
      {icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </>
  );
  return external ? (
    <a {...look} href={withBase(href)}>
      {content}
    </a>
  ) : (
    <Link {...look} href={href}>
      {content}
    </Link>
  );
}

type TextButtonProps = Omit<AriaButtonProps, "className" | "style" | "children"> & { children: ReactNode };

/** A button in running text that looks like a link. */
export function TextButton({ children, ...props }: TextButtonProps) {
  return (
    <AriaButton {...props} className="link">
      <span>{children}</span>
    </AriaButton>
  );
}

/** A small round-ended button that offers a value, such as a free name. */
export function Chip({ children, ...props }: TextButtonProps) {
  return (
    <AriaButton {...props} className="chip">
      <span>{children}</span>
    </AriaButton>
  );
}
