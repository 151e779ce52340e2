import type { ReactNode } from "react";
import { Icon, type IconName } from "../../ui/icon";
import "./way.css";

/** Stations that follow each other. */
export function Way({ children }: { children: ReactNode }) {
  return <div className="way">{children}</div>;
}

type StationProps = { icon: IconName; title: ReactNode; children: ReactNode };

/** One station: what happens, and how or by whom. */
export function Station({ icon, title, children }: StationProps) {
  return (
    <div className="station">
      <span className="station-mark">
        <Icon name={icon} />
      </span>
      <div>
        <strong>{title}</strong>
        <span className="meta ink-3">{children}</span>
      </div>
    </div>
  );
}
