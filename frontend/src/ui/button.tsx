import { t } from "@lingui/core/macro";
import type { ButtonHTMLAttributes, KeyboardEvent, MouseEvent, ReactNode } from "react";
import { Link } from "wouter";
import { viewId, withBase } from "../lib/base-path";
import { Icon, type IconName } from "./icon";
import { Spinner } from "./spinner";
import "./button.css";

type Native = ButtonHTMLAttributes<HTMLButtonElement>;

type PressableProps = Omit<
  Native,
  "onClick" | "onKeyDown" | "disabled" | "className" | "style" | "children"
> & {
  onPress?: (() => void) | undefined;
  isDisabled?: boolean;
  children: ReactNode;
};

/** The browser's own button, which needs no library: the first page would load it for this alone. */
function Pressable({
  onPress,
  isDisabled,
  type = "button",
  ...props
}: PressableProps & Pick<Native, "className">) {
  function press({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    // Safari leaves the focus where it was: a dialog that closes would not know where to give it back.
    currentTarget.focus();
    onPress?.();
  }
  return <button {...props} type={type} disabled={isDisabled} onClick={press} onKeyDown={pressOnce} />;
}

/** A key that is held down presses once, as a pointer does. */
function pressOnce(event: KeyboardEvent): void {
  if (event.repeat && event.key === "Enter") event.preventDefault();
}

type ButtonStyle = {
  /** primary: one a view; danger: in dialogs only. */
  variant?: "primary" | "secondary" | "quiet" | "danger";
  /** small: in rows. */
  size?: "medium" | "small";
  icon?: IconName;
  children: ReactNode;
};

type ButtonProps = ButtonStyle & PressableProps & { isPending?: boolean };

/**
 * A button; `isPending` puts a spinner before the unchanged label. The act that is under way then ignores presses.
 * What may be pending changes something: who sees an order as somebody else can't press it, and is told why.
 */
export function Button({
  variant = "secondary",
  size = "medium",
  icon,
  children,
  isPending,
  ...props
}: ButtonProps) {
  const isOff = viewId !== "" && isPending !== undefined;
  const shown = isOff ? "lock" : icon;
  return (
    <Pressable
      {...props}
      {...(isOff && {
        type: "button",
        onPress: undefined,
        title: t`View only: nothing can be changed`,
        "data-off": "",
        "aria-disabled": true,
      })}
      className="button"
      data-variant={variant}
      data-size={size}
      {...(isPending && { "aria-disabled": true, "data-pending": "" })}
    >
      {isPending ? <Spinner /> : shown && <Icon name={shown} size={16} />}
      <span>{children}</span>
    </Pressable>
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

/** A button in running text that looks like a link. */
export function TextButton({ children, ...props }: PressableProps) {
  return (
    <Pressable {...props} className="link">
      <span>{children}</span>
    </Pressable>
  );
}

/** A small round-ended button that offers a value, such as a free name. */
export function Chip({ children, ...props }: PressableProps) {
  return (
    <Pressable {...props} className="chip">
      <span>{children}</span>
    </Pressable>
  );
}
