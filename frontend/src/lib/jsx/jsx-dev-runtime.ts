import * as runtime from "react/jsx-dev-runtime";
import { isolateText, wrapTexts } from "./text-elements";

export { Fragment } from "react/jsx-dev-runtime";

type Arguments = [
  type: unknown,
  props: object,
  key: unknown,
  isStatic: boolean,
  source: unknown,
  self: unknown,
];

/** An element as developers draw it; `isStatic`: with several children. */
export function jsxDEV(...[type, props, key, isStatic, source, self]: Arguments) {
  const { jsxDEV: make } = runtime as unknown as { jsxDEV: (...all: Arguments) => unknown };
  return make(type, isStatic ? wrapTexts(props) : isolateText(type, props), key, isStatic, source, self);
}
