// Cases side by side: which file has the column of a case.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileNumber } from "../../hubtool/theme/js/compare.js";

test("the file of a case is the one that the build has put it into", () => {
  const file = new URL("../exports/comparison_files.json", import.meta.url);
  for (const [id, count, number] of JSON.parse(readFileSync(file, "utf8"))) {
    assert.equal(fileNumber(id, count), number);
  }
});
