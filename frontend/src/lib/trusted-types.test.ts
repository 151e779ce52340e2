import { expect, test } from "vitest";
import { isPlainMarkup } from "./trusted-types";

test.each([
  "",
  "<p>Orders, <em>newest</em> first.<br />\nSee <code>first</code> &amp; <code>after</code>.</p>\n",
  '<p><a href="https://hub.example/a?b=1&amp;c=2">more</a></p>',
  '<pre><code class="language-graphql">{ orders }</code></pre>',
  "<ul>\n<li>one</li>\n</ul>",
  "<p>1 &lt; 2 > 1</p>",
])("markup that a description is written in may be shown: %j", (html) => {
  expect(isPlainMarkup(html)).toBe(true);
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<p onclick=alert(1)>",
  '<a href="javascript:alert(1)">',
  '<a href="https://hub.example" onclick="alert(1)">',
  '<a href="https://hub.example/"onclick="alert(1)">',
  "<svg><animate onbegin=alert(1)>",
  "<p/onclick=alert(1)>",
  "<PRE><SCRIPT>alert(1)",
  "<!-- --><b>",
  "<p>half <",
  "<iframe srcdoc=x>",
])("any other markup is refused: %j", (html) => {
  expect(isPlainMarkup(html)).toBe(false);
});
