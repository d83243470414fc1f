// How the scripts are laid out, where the formatter leaves it to us.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../../", import.meta.url);

const files = ["hubtool/theme/js/", "tests/scripts/"].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`),
);

test("no line is longer than 100 columns, comments included", () => {
  const long = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) => ([...line].length > 100 ? [`${file}:${index + 1}`] : [])),
  );
  assert.ok(files.length > 40);
  assert.deepEqual(long, []);
});

test("a script begins with a comment that says what it is for", () => {
  const scripts = files.filter((file) => file.endsWith(".js"));
  assert.deepEqual(
    scripts.filter((file) => !/^\/\/ [A-Z"]/.test(readFileSync(file, "utf8"))),
    [],
  );
});
