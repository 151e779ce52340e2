import { jsx as one, jsxs as several } from "react/jsx-runtime";
import { isolateText, wrapTexts } from "./text-elements";

export { Fragment } from "react/jsx-runtime";

/** An element with at most one child. */
export const jsx: typeof one = (type, props, key) => one(type, isolateText(type, props as object), key);

/** An element with several children. */
export const jsxs: typeof several = (type, props, key) => several(type, wrapTexts(props as object), key);
