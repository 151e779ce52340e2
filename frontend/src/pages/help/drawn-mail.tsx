import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Icon } from "../../ui/icon";
import { DrawnButton } from "./drawn";

type DrawnMailProps = {
  subject: ReactNode;
  title: ReactNode;
  /** The label of its button. */
  button: ReactNode;
  secondary?: boolean;
  children: ReactNode;
};

/** An email as the mail program shows it. */
export function DrawnMail({ subject, title, button, secondary = false, children }: DrawnMailProps) {
  return (
    <div className="paper">
      <div className="paper-row meta ink-3">
        <Icon name="mail" size={16} />
        <span>
          <Trans>From: Control Hub</Trans>
        </span>
        <span>{subject}</span>
      </div>
      <p className="paper-title">{title}</p>
      <p className="small ink-2">{children}</p>
      <div className="paper-row">
        <DrawnButton variant={secondary ? "secondary" : "primary"}>{button}</DrawnButton>
      </div>
    </div>
  );
}
