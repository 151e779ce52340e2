// Writes .br and .zst beside every file of the build that gets smaller by it.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, zstdCompressSync } from "node:zlib";

const out = "dist";
const packed = /\.(woff2|br|zst|png)$/;

for (const name of readdirSync(out, { recursive: true, encoding: "utf8" })) {
  const path = join(out, name);
  if (packed.test(name) || name.startsWith(".") || !statSync(path).isFile()) continue;
  const plain = readFileSync(path);
  const variants = {
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    zst: zstdCompressSync(plain, { params: { [constants.ZSTD_c_compressionLevel]: 19 } }),
  };
  for (const [extension, bytes] of Object.entries(variants)) {
    if (bytes.length < plain.length) writeFileSync(`${path}.${extension}`, bytes);
  }
}
