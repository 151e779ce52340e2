type Typed = { label: string; value: string };

let page = "";
const texts = new Map<string, Typed>();

/** Remembers from now on what is typed on the page that is open, for the case that it breaks; one-time codes are left out. */
export function rememberTexts(): void {
  document.addEventListener("input", ({ target }) => {
    const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (!isText || target.autocomplete === "one-time-code") return;
    const label = target.labels?.[0]?.textContent ?? target.getAttribute("aria-label") ?? "";
    if (page !== location.pathname) texts.clear();
    page = location.pathname;
    texts.set(`${target.name} ${label}`, { label, value: target.value });
  });
}

/** What was typed on this page, with the labels of the fields. */
export function typedHere(): Typed[] {
  return page === location.pathname ? [...texts.values()].filter(({ value }) => value.trim()) : [];
}
