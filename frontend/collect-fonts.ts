// Copies the fonts of the order summary, one weight each and its licence, into the build: it needs no packages then.
// The server reads them there; the folder's dot keeps them from browsers.
import { copyFileSync, globSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const folder = "dist/.pdf-fonts";

mkdirSync(folder, { recursive: true });
for (const font of globSync("node_modules/@expo-google-fonts/*/400Regular/*_400Regular.ttf")) {
  const name = basename(font);
  copyFileSync(font, join(folder, name));
  copyFileSync(
    join(dirname(font), "..", "LICENSE_FONT"),
    join(folder, name.replace("_400Regular.ttf", ".OFL.txt")),
  );
}
