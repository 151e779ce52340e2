import { type ReactNode, useEffect, useState } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import "./dialog.css";

type DialogProps = {
  /** The question. */
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** For what needs more room than a question: 640 px. */
  isWide?: boolean;
  /** Explanation, fields, then `<DialogActions>`; put `autoFocus` on the harmless choice or the first field. */
  children: ReactNode;
};

/** A question over the page. Escape and a press outside mean the harmless choice. */
export function Dialog({ title, isOpen, onClose, isWide = false, children }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className="dialog" {...(isWide && { "data-wide": "" })}>
        <AriaDialog className="dialog-content" role="alertdialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <FocusAfterwards />
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The button that asked has the focus again; if it is gone, as an act may remove it, the page's title has it. */
function FocusAfterwards() {
  const [asker] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (asker?.isConnected || document.activeElement !== document.body) return;
        document.querySelector("h1")?.focus({ preventScroll: true });
      });
    },
    [asker],
  );
  return null;
}

/** The row of buttons: the verb first, the harmless choice right of it. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="actions dialog-actions">{children}</div>;
}
