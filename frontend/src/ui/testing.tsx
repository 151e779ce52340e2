import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { type RenderResult, render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import "./more-icons";

type Drawn = RenderResult & { user: UserEvent; redraw: (node: ReactNode) => void };

/** Draws components for a test, which reads them as a screen reader does; `user` has a pointer and keys. */
export function draw(node: ReactNode): Drawn {
  const around = (node: ReactNode) => <I18nProvider i18n={i18n}>{node}</I18nProvider>;
  const drawn = render(around(node));
  return { ...drawn, user: userEvent.setup(), redraw: (node) => drawn.rerender(around(node)) };
}
