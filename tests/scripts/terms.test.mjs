import assert from "node:assert/strict";
import { test } from "node:test";

import { pagesNamed, termsIn } from "../../hubtool/theme/js/find/terms.js";

const TERMS = [
  [
    "Contracts and procurement",
    "frictions/contracts/",
    ["Contracts", "procurement", "due diligence"],
    "term",
  ],
  ["Water", "topics/water/", ["Water", "rivers"], "term"],
  ["Water watch", "cases/watch/", ["Water watch", "Łódź"], "case"],
];

const addresses = (words) => termsIn(TERMS, words).map(([, address]) => address);

test("a search that names a term among other words finds it", () => {
  assert.deepEqual(addresses("contracts with the research office"), ["frictions/contracts/"]);
  assert.deepEqual(addresses("a Contract"), ["frictions/contracts/"]);
  assert.deepEqual(addresses("due diligence?"), ["frictions/contracts/"]);
});

test("the longest name comes first", () => {
  assert.deepEqual(addresses("river contracts"), ["frictions/contracts/", "topics/water/"]);
});

test("of two with the same synonym the one whose label has it comes first", () => {
  const terms = [
    ["Governance", "themes/rules/", ["Governance", "steering group"], "term"],
    [
      "Shared steering group",
      "methods/group/",
      ["Shared steering group", "steering group"],
      "term",
    ],
  ];
  for (const found of [termsIn(terms, "steering group"), pagesNamed(terms, "Steering groups")]) {
    assert.deepEqual(
      found.map(([, address]) => address),
      ["methods/group/", "themes/rules/"],
    );
  }
});

test("a part of a word names nothing", () => {
  assert.deepEqual(addresses("underwater contractor"), []);
});

test("what is named comes by its beginning, the shortest name first", () => {
  const named = (words) => pagesNamed(TERMS, words).map(([, address]) => address);
  assert.deepEqual(named("wat"), ["topics/water/", "cases/watch/"]);
  assert.deepEqual(named("Lodz"), ["cases/watch/"]);
  assert.deepEqual(named("wa"), []);
});

test("a title is not looked for among other words", () => {
  assert.deepEqual(addresses("the water watch"), ["topics/water/"]);
});
