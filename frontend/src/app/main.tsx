import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { preferredLanguage, speak } from "../lib/language";
import { chosenTheme, showTheme } from "../lib/theme";
import { App } from "./app";
import { prefetch } from "./routes";
import "../ui/font.css";
import "../ui/base.css";

showTheme(chosenTheme());
const spoken = speak(preferredLanguage());
prefetch(location.pathname);
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
