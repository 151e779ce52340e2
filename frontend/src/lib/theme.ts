/** system: as the device says. */
export type Theme = "system" | "light" | "dark";

/** The theme chosen in this browser. */
export function chosenTheme(): Theme {
  const theme = localStorage.getItem("theme");
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Shows the theme and keeps the choice. */
export function showTheme(theme: Theme): void {
  if (theme === "system") {
    localStorage.removeItem("theme");
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem("theme", theme);
    document.documentElement.dataset.theme = theme;
  }
}
