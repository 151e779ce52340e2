import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const src = join(import.meta.dirname, "..");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/^(gql|messages)\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(src, path), "utf8") }));
// React's transform calls these by their names.
const called = /^lib\/jsx\/jsx-(dev-)?runtime\.ts$/;

test("what a file exports is used by another one", () => {
  const unused = files.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?:async )?(?:function|const|let|type|class) (\w+)/gm)]
      .map(([, name]) => name ?? "")
      .filter(
        (name) => !files.some((other) => other.path !== path && new RegExp(`\\b${name}\\b`).test(other.text)),
      )
      .map((name) => `${path}: ${name}`),
  );
  expect(unused.filter((one) => !called.test(one.split(":")[0] ?? ""))).toEqual([]);
});
