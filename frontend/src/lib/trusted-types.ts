/** What a policy of Trusted Types makes of a text: the text itself if it may pass, else nothing, and the browser refuses. */
interface Rules {
  createHTML: (html: string) => string | null;
  createScriptURL: (url: string) => string | null;
}

interface WithTrustedTypes {
  trustedTypes?: { createPolicy: (name: "default", rules: Rules) => unknown };
}

/**
 * From here on the browser refuses to turn text into markup or into the address of a script, but for what these say.
 * Browsers that do not know Trusted Types go on without.
 */
export function trustOnly(markup: (html: string) => boolean, script: (url: string) => boolean = () => false) {
  (globalThis as WithTrustedTypes).trustedTypes?.createPolicy("default", {
    createHTML: (html) => (markup(html) ? html : null),
    createScriptURL: (url) => (script(url) ? url : null),
  });
}

/** React Aria empties elements by an empty text. */
export const isEmpty = (html: string) => html === "";

const written = "p|br|hr|em|strong|s|code|pre|blockquote|ul|ol|li|h[1-6]|table|thead|tbody|tr|th|td";
const markdown = new RegExp(
  `^(?:[^<]|</?(?:${written})>|<(?:br|hr) ?/>|<a href="https?://[^"<>]*">|</a>|<code class="language-\\w*">)*$`,
);

/** What a writer of Markdown makes of plain texts: elements without a script, a style or a source. */
export const isPlainMarkup = (html: string) => markdown.test(html);

/** A worker of our own build. */
export const isOurScript = (url: string) => new URL(url, location.href).origin === location.origin;
