import type { ReactNode } from "react";
import { done, Icon, Shape } from "./icon";
import { Reference } from "./reference";
import "./banner.css";

const icons = { quiet: "info", warn: "warning", bad: "alert" } as const;

type BannerProps = {
  tone?: keyof typeof icons | "ok";
  /** The first sentence, bold. */
  title: ReactNode;
  children?: ReactNode;
  /** At most one link or text button. */
  action?: ReactNode;
  /** What support finds the request by that failed or was refused. */
  reference?: string | null | undefined;
};

/** A message in the page: what happened, then what to do. */
export function Banner({ tone = "quiet", title, children, action, reference }: BannerProps) {
  return (
    <div className="banner" data-tone={tone} role={tone === "bad" ? "alert" : undefined}>
      {tone === "ok" ? <Shape>{done}</Shape> : <Icon name={icons[tone]} size={16} />}
      <p>
        <strong>{title}</strong> {children} {action}
        <Reference id={reference} />
      </p>
    </div>
  );
}
