import { createElement, type ReactNode } from "react";
import { jsx } from "react/jsx-runtime";
import { needsIsolation } from "../bidi-isolation";

type Props = { children?: unknown };

/**
 * Translators of browsers put <font> elements in place of text nodes. React would go on changing and removing the nodes
 * that are no longer there: counters freeze, and pages break with "The node to be removed is not a child of this node".
 * A text that is the only thing in its element is safe, since React then sets the element's content. So every text that
 * stands beside something else gets an element of its own. This is where all our JSX passes (see vite.config.ts).
 */
export function wrapTexts(props: Props): Props {
  const { children } = props;
  if (!Array.isArray(children) || !children.some(isWords)) return props;
  const parts: unknown[] = [...children];
  for (let first = 0; first < parts.length; first++) {
    if (!isWords(parts[first])) continue;
    const last = endOfWords(parts, first);
    const words = parts
      .slice(first, last + 1)
      .filter(isText)
      .join("");
    const element = jsx(isLoose(parts[first]) ? "bdi" : "span", { children: words });
    // What follows keeps its place, by which React knows it.
    parts.fill(null, first, last + 1);
    parts[first] = element;
    first = last;
  }
  return { ...props, children: parts };
}

/**
 * Texts without an element between them are one, as browsers draw them: one item of a flex container. Names that are
 * isolated stay apart.
 */
function endOfWords(parts: unknown[], first: number): number {
  if (isLoose(parts[first])) return first;
  let last = first;
  for (let next = first + 1; next < parts.length; next++) {
    const part = parts[next];
    if (isLoose(part) || !(isText(part) || isNothing(part))) break;
    if (isWords(part)) last = next;
  }
  return last;
}

/**
 * A name from right to left that is all an element says, such as a cell of a table: isolated, so that the marks around
 * it and numbers beside it keep their place. What holds nothing but characters stays as it is.
 */
export function isolateText(type: unknown, props: Props): Props {
  const { children } = props;
  if (holdsCharacters.has(type) || !isLoose(children)) return props;
  return { ...props, children: jsx("bdi", { children }) };
}

const holdsCharacters = new Set<unknown>(["bdi", "option", "script", "style", "textarea", "title"]);

const isLoose = (words: unknown) => typeof words === "string" && needsIsolation(words);

const isText = (child: unknown) => typeof child === "string" || typeof child === "number";
const isWords = (child: unknown) => isText(child) && /\S/.test(String(child));
const isNothing = (child: unknown) => child === null || child === undefined || typeof child === "boolean";

type Sentence = { children?: ReactNode };

/**
 * A message of the catalogues. Where it has elements within, its texts stand beside them: other words are another
 * element as a whole.
 */
export function Sentence({ children }: Sentence) {
  return createElement("span", { key: wordsOf(children), "data-sentence": "" }, children);
}

/** The text of what is drawn, without what components within draw themselves. */
function wordsOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(wordsOf).join("");
  if (typeof node !== "object" || node === null) return String(node);
  const { props } = node as { props?: Sentence };
  return `<${wordsOf(props?.children)}>`;
}
