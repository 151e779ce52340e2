import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { consequences } from "./consequences";
import { organizationConsequences } from "./organization-consequences";
import { partnerAccessConsequences } from "./partner-access-consequences";

const src = join(import.meta.dirname, "..");
const pages = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".tsx") && !path.startsWith("ui/") && !path.startsWith("pages/kit/"))
  .map((path) => ({ path, text: readFileSync(join(src, path), "utf8") }));
const count = (text: string, what: string) => text.split(what).length - 1;
// These change nothing: two fill fields of their page, which are sent with the page, one lets mutations
// through, and one leads to a view of the order, and says what that does.
const fillingIn = new Set([
  "steps/meetings-sites/paste-sites.tsx",
  "steps/meetings-licenses/ratio-form.tsx",
  "app/editor-bar.tsx",
  "pages/order/view-as.tsx",
]);
// What shows a confirmation, or is one with its own fields.
const confirmations = /<(Confirmation|HandOverForm|Reasoned|BatchDialog|SaveView)\b/g;

test("every dialog holds a confirmation, which says what follows, who is told and what can't be undone", () => {
  const asking = pages.filter(({ path, text }) => text.includes("<Dialog") && !fillingIn.has(path));
  expect(asking.length).toBeGreaterThan(6);
  for (const { path, text } of asking) {
    const dialogs = count(text, "<Dialog\n") + count(text, "<Dialog ");
    expect(text.match(confirmations)?.length ?? 0, path).toBeGreaterThanOrEqual(dialogs);
  }
});

test("every act of the table is confirmed somewhere with what the table says", () => {
  const said =
    pages.map(({ text }) => text).join("") + readFileSync(join(src, "pages/order/acts.ts"), "utf8");
  for (const act of Object.keys({
    ...consequences,
    ...organizationConsequences,
    ...partnerAccessConsequences,
  }))
    expect(said, act).toMatch(new RegExp(`[cC]onsequences\\.${act}\\b`));
});
