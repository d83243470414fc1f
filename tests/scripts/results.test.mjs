// What a list shows for a state: which rows, in which order, of how many.

import assert from "node:assert/strict";
import { test } from "node:test";
import { resultsOf, scopeOf } from "../../hubtool/theme/js/find/results.js";
import { parseTable } from "../../hubtool/theme/js/find/table.js";

const TABLE = parseTable({
  kind: "cases",
  ids: ["bog-walks", "canal-diary", "dune-watch"],
  orders: { newest: [2, -1, -1] },
  facets: { theme: { values: ["flood", "soil"], rows: "] ] ^" } },
});
const FLOOD = new Map([["theme", new Set(["flood"])]]);
const NOTHING = { words: "", chosen: new Map(), sort: "" };

const shown = (state, { scope = null, usual = "newest", ranking = null } = {}) => {
  const { ids, total } = resultsOf(TABLE, scope, state, usual, ranking);
  return { ids, total };
};

test("a list comes in its usual order", () => {
  assert.deepEqual(shown(NOTHING), {
    ids: ["dune-watch", "canal-diary", "bog-walks"],
    total: 3,
  });
});

test("an order that the table does not have is that of its rows", () => {
  assert.deepEqual(shown({ ...NOTHING, sort: "by-moon" }).ids, [
    "bog-walks",
    "canal-diary",
    "dune-watch",
  ]);
});

test("words bring the best match first", () => {
  assert.deepEqual(shown({ ...NOTHING, words: "water" }, { ranking: [1, 2] }), {
    ids: ["canal-diary", "dune-watch"],
    total: 3,
  });
});

test("a chosen order goes before the best match", () => {
  const state = { ...NOTHING, words: "water", sort: "newest" };
  assert.deepEqual(shown(state, { ranking: [1, 2] }).ids, ["dune-watch", "canal-diary"]);
});

test("words and values restrict together", () => {
  const state = { words: "water", chosen: FLOOD, sort: "" };
  assert.deepEqual(shown(state, { ranking: [2, 1] }).ids, ["canal-diary"]);
});

test("words that cannot be searched restrict nothing", () => {
  assert.deepEqual(shown({ ...NOTHING, words: "water" }).ids, [
    "bog-walks",
    "canal-diary",
    "dune-watch",
  ]);
});

test("a list that keeps to some rows shows and counts no others", () => {
  const scope = scopeOf(TABLE, '{"ids": ["bog-walks", "dune-watch", "gone"]}');
  assert.deepEqual([...scope], [1, 0, 1]);
  assert.deepEqual(shown({ ...NOTHING, words: "water" }, { scope, ranking: [1, 0] }), {
    ids: ["bog-walks"],
    total: 2,
  });
});

test("a list can keep to the rows with a value", () => {
  assert.deepEqual([...scopeOf(TABLE, '{"theme": ["flood"]}')], [1, 1, 0]);
});

test("a list without a rule keeps to nothing", () => {
  assert.equal(scopeOf(TABLE, undefined), null);
});
