// Cuts the fonts of the pages, by the ranges and weights that font.css says: what it doesn't name, nobody loads.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subset from "subset-font";

const css = readFileSync("src/ui/font.css", "utf8");
const sources = "node_modules/@fontsource-variable/inter/files";
const folder = "src/ui/fonts";

mkdirSync(folder, { recursive: true });
for (const [face] of css.matchAll(/@font-face \{[^}]*\}/g)) {
  const name = found(/fonts\/(inter-[\w-]+)\.woff2/, face);
  const [min, max] = found(/font-weight: ([\d ]+)/, face)
    .split(" ")
    .map(Number);
  const source = `${name === "inter-latin-ext" ? "inter-latin-ext" : "inter-latin"}-wght-normal.woff2`;
  const font = await subset(
    readFileSync(join(sources, source)),
    characters(found(/unicode-range:([^;]+)/, face)),
    {
      targetFormat: "woff2",
      variationAxes: { wght: { min, max } },
      // Kerning and figures of one width. The rest, such as other forms of brackets beside capitals, is a fifth of the bytes.
      keepFeatures: ["kern", "tnum", "mark", "ccmp"],
      noHinting: true,
    },
  );
  writeFileSync(join(folder, `${name}.woff2`), font);
}

function found(pattern: RegExp, text: string): string {
  const [, part] = pattern.exec(text) ?? [];
  if (part === undefined) throw new Error(`${pattern} is not in ${text}`);
  return part;
}

/** "U+0041-0043, U+00DF" → "ABCß". */
function characters(ranges: string): string {
  return ranges
    .split(",")
    .flatMap((range) => {
      const [first = 0, last = first] = range
        .trim()
        .slice(2)
        .split("-")
        .map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .join("");
}
