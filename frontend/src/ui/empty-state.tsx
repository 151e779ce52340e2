import type { ReactNode } from "react";
import "./empty-state.css";

/** What is missing, what to do, and at most one button. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <p>
        <strong>{title}</strong>
      </p>
      {children && <p className="small ink-2">{children}</p>}
      {action}
    </div>
  );
}
