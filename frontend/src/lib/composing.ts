import type { KeyboardEvent } from "react";

/**
 * Whether a key belongs to the input method with which Japanese, Chinese or Korean is written: Enter, arrows and Escape
 * then choose among its proposals. Safari ends composing before it tells of the key, which has the code 229 then.
 */
export function isComposing({ nativeEvent, keyCode }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || keyCode === 229;
}
