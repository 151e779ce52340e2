/** Moves the cursor into the field of this name; false: there is none on the page. */
export function focusField(name: string): boolean {
  if (!name) return false;
  const field = document.querySelector(`[data-field="${CSS.escape(name)}"]`);
  const target = field?.querySelector<HTMLElement>(
    "input:not([hidden]):not([type=hidden]), textarea, button",
  );
  target?.focus();
  target?.scrollIntoView({ block: "center" });
  return target !== undefined && target !== null;
}

/** The address that leads into a field of a page. */
export function hrefOfField(href: string, name: string): string {
  return `${href}#${encodeURIComponent(name)}`;
}

/** Moves the cursor into the field that the address names, once; false: it names none that is on the page. */
export function focusFieldOfAddress(): boolean {
  if (!focusField(nameIn(location.hash))) return false;
  history.replaceState(history.state, "", location.pathname + location.search);
  return true;
}

function nameIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    // Not every fragment is an encoded name.
    return "";
  }
}

/** Moves the cursor to the heading of the page: what was pressed goes away, and where it stood nothing would have it. */
export function focusHeading(): void {
  document.querySelector("h1")?.focus({ preventScroll: true });
}
