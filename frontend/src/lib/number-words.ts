import { useLingui } from "@lingui/react/macro";
import type { WholeNumber } from "./whole-number";

/** What is wrong with a number that was typed, in words; undefined: nothing. */
export function useNumberWords() {
  const { t } = useLingui();
  return (read: WholeNumber): string | undefined => {
    switch (read.kind) {
      case "negative":
        return t`Enter 0 or more`;
      case "fraction":
        return t`Enter a whole number`;
      case "tooLarge":
        return t`Enter a smaller number`;
      case "unreadable":
        return t`Enter a number in digits`;
      default:
        return undefined;
    }
  };
}
