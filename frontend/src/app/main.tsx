import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { currentPath, withBase } from "../lib/base-path";
import { activateLanguage, preferredLanguage } from "../lib/language";
import { watchPresses } from "../lib/pressing";
import { repairedAddress } from "../lib/redirects";
import { chosenTheme, showTheme } from "../lib/theme";
import { isEmpty, trustOnly } from "../lib/trusted-types";
import { App } from "./app";
import { prepareForBreaks } from "./error-boundary";
import { prefetch } from "./routes";
import { rememberTexts } from "./typed-here";
import "../ui/font.css";
import "../ui/tokens.css";
import "../ui/base.css";

/** Milliseconds in which a first page is mostly there. */
const shownBy = 500;

trustOnly(isEmpty);
showTheme(chosenTheme());
watchPresses();
rememberTexts();
const spoken = activateLanguage(preferredLanguage());
const meant = repairedAddress(currentPath());
if (meant) history.replaceState(null, "", withBase(meant));
prefetch(currentPath());
await spoken;

const root = document.getElementById("root");
if (root) {
  // In a transition React draws in short slices, so that a slow device stays responsive meanwhile.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}
// The page that is opened comes first. A file of an older release may be gone: the page works without.
setTimeout(() => prepareForBreaks().catch(() => {}), shownBy);
