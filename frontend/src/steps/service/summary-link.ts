import type { WizardOrder } from "../../lib/order";

/** Where the order summary is downloaded in this language; null: not for this person. */
export function summaryLink(
  { summaryUrl }: Pick<WizardOrder, "summaryUrl">,
  language: string,
): string | null {
  return summaryUrl && `${summaryUrl}?language=${language}`;
}
