import { StrictMode } from "react";
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
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
