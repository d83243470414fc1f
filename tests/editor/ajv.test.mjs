// Each schema is read by a validator that keeps to ECMA-262, and tells right from wrong.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv";

const ROOT = new URL("../../", import.meta.url);
const KINDS = ["case", "collection", "opportunity"];
const CASE = {
  title: "River walks",
  summary: "Anglers and ecologists walked the river.",
  places: [{ name: "Exampleton", country: "GB" }],
  partners: [{ name: "Exampleton Anglers", kind: "community-group" }],
  lessons: [{ id: "walk-first", lesson: "Walk first.", kind: "worked", said_by: "community" }],
  consent: { status: "agreed", agreed_by: "The anglers", agreed_on: "2026-01" },
  dates: 2019,
};

/** @param {string} kind */
function compiled(kind) {
  const schema = JSON.parse(readFileSync(new URL(`.hubtool/schema/${kind}.json`, ROOT), "utf8"));
  const ajv = new Ajv({ strictSchema: true, unicodeRegExp: true, strictTypes: false });
  ajv.addVocabulary(["enumDescriptions", "defaultSnippets"]);
  return ajv.compile(schema);
}

for (const kind of KINDS) {
  test(`the schema of a ${kind} compiles`, () => assert.equal(typeof compiled(kind), "function"));
}

test("a case is told right from wrong", () => {
  const isValid = compiled("case");
  assert.ok(isValid(CASE), JSON.stringify(isValid.errors));
  const wrong = [
    { ...CASE, dates: "May 2019" },
    { ...CASE, story: null },
    { ...CASE, sumary: "x" },
    { ...CASE, places: [{ name: "Exampleton", country: "England" }] },
    { ...CASE, consent: { status: "agreed" } },
    { ...CASE, lessons: [{ ...CASE.lessons[0], kind: "workd" }] },
  ];
  for (const record of wrong) assert.equal(isValid(record), false, JSON.stringify(record));
});

test("dates in every form are valid", () => {
  const isValid = compiled("case");
  for (const dates of ["2019", "2019-09~", "2019/..", "../2019", "/2019", "201X", "2019-XX", "2019?/2023-03%", "2019-21"]) {
    assert.ok(isValid({ ...CASE, dates }), dates);
  }
});

test("a withdrawn case needs its consent alone", () => {
  assert.ok(compiled("case")({ consent: { status: "withdrawn" } }));
});
