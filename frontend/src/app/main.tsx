import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { meantAddress } from "../lib/go";
import { preferredLanguage, speak } from "../lib/language";
import { at, pathHere } from "../lib/place";
import { watchPresses } from "../lib/pressing";
import { chosenTheme, showTheme } from "../lib/theme";
import { isEmpty, trustOnly } from "../lib/trusted-types";
import { App } from "./app";
import { rememberTyping } from "./error-boundary";
import { prefetch } from "./routes";
import "../ui/font.css";
import "../ui/tokens.css";
import "../ui/base.css";

trustOnly(isEmpty);
showTheme(chosenTheme());
watchPresses();
const spoken = speak(preferredLanguage());
const meant = meantAddress(pathHere());
if (meant) history.replaceState(null, "", at(meant));
prefetch(pathHere());
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
// A file of an older release may be gone: the page works without.
rememberTyping().catch(() => {});
