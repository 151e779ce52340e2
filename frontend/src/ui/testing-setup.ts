import { i18n } from "@lingui/core";
import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// Before each file of component tests. They speak English.
i18n.loadAndActivate({ locale: "en", messages: {} });

// React's own switch for tests: what a test does is drawn before it looks.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

// What browsers have and jsdom has not; nothing here is about where things stand.
Element.prototype.scrollIntoView = () => {};
window.scrollTo = () => {};
globalThis.IntersectionObserver ??= class {
  observe() {}
  disconnect() {}
} as unknown as typeof IntersectionObserver;
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, "\\$&") } as typeof CSS;

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
