import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import "./task-list.css";

/** A panel of things to do or to follow, one a row. */
export function TaskList({
  children,
  roomy = false,
}: {
  children: ReactNode /** More air, for the main thing of a page. */;
  roomy?: boolean;
}) {
  return (
    <ul className="task-list" {...(roomy && { "data-roomy": "" })}>
      {children}
    </ul>
  );
}

type TaskProps = {
  icon: IconName;
  /** bad: the icon says that something failed. */
  tone?: "plain" | "bad";
  title: ReactNode;
  children?: ReactNode;
  /** Status word and buttons at the right edge. */
  aside?: ReactNode;
  /** Full width below the row, such as steps. */
  below?: ReactNode;
};

/** One row: icon, title, explanation, status and action. */
export function Task({ icon, tone = "plain", title, children, aside, below }: TaskProps) {
  return (
    <li className="task">
      <div className="task-row">
        <span className="task-icon" data-tone={tone}>
          <Icon name={icon} />
        </span>
        <div className="task-text">
          <p className="task-title">{title}</p>
          {children && <div className="small ink-2">{children}</div>}
        </div>
        {aside && <div className="task-aside">{aside}</div>}
      </div>
      {below}
    </li>
  );
}
