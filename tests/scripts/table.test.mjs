// A list as columns: what a filter leaves of it, and the counts beside the values.

import assert from "node:assert/strict";
import { test } from "node:test";
import { orderedIds, parseTable, sift, valuesOf } from "../../hubtool/theme/js/find/table.js";

// Four cases. `theme` has flood (]) and soil (^), `country` has GB (]) and IE (^).
const TABLE = parseTable({
  kind: "cases",
  ids: ["bog-walks", "canal-diary", "dune-watch", "eel-count"],
  orders: { newest: [3, -1, -2, 1] },
  facets: {
    theme: { values: ["flood", "soil"], rows: "] ]^ ^ " },
    country: { values: ["GB", "IE"], rows: "] ^ ] ]" },
  },
});

const chosen = (facets) =>
  new Map(Object.entries(facets).map(([name, values]) => [name, new Set(values)]));

const sifted = (facets, base = null) => {
  const { passes, count, counts } = sift(TABLE, chosen(facets), base);
  return {
    passes: [...passes],
    count,
    theme: [...counts.get("theme")],
    country: [...counts.get("country")],
  };
};

test("rows of the same case share its name in the file", () => {
  const { ids, rowOf } = parseTable({
    kind: "lessons",
    ids: ["bog-walks#go-early bring-boots", "eel-count#count-twice"],
    orders: {},
    facets: {},
  });
  assert.deepEqual(ids, ["bog-walks#go-early", "bog-walks#bring-boots", "eel-count#count-twice"]);
  assert.equal(rowOf.get("bog-walks#bring-boots"), 1);
});

test("an order is written as steps from row to row", () => {
  assert.deepEqual(TABLE.orders.newest, [3, 2, 0, 1]);
});

test("a row has none, one or several values of a facet", () => {
  assert.deepEqual(valuesOf(TABLE, "theme", "eel-count"), []);
  assert.deepEqual(valuesOf(TABLE, "theme", "bog-walks"), ["flood"]);
  assert.deepEqual(valuesOf(TABLE, "theme", "canal-diary"), ["flood", "soil"]);
});

test("an unknown facet or row has no values", () => {
  assert.deepEqual(valuesOf(TABLE, "voice", "bog-walks"), []);
  assert.deepEqual(valuesOf(TABLE, "theme", "fox-trail"), []);
});

test("more values than ASCII has signs are read: after `~` comes `¡`", () => {
  const values = Array.from({ length: 40 }, (_, index) => `value-${index}`);
  const { facets } = parseTable({
    kind: "cases",
    ids: ["bog-walks"],
    orders: {},
    facets: { topic: { values, rows: "]~¡¢" } },
  });
  assert.deepEqual([...facets.get("topic").codes], [0, 33, 34, 35]);
});

test("without a choice every row passes and every value is counted", () => {
  assert.deepEqual(sifted({}), { passes: [1, 1, 1, 1], count: 4, theme: [2, 2], country: [3, 1] });
});

test("a value is counted among the rows that pass every other facet", () => {
  assert.deepEqual(sifted({ theme: ["soil"] }), {
    passes: [0, 1, 1, 0],
    count: 2,
    theme: [2, 2],
    country: [1, 1],
  });
});

test("one of the values of a facet is enough, and every facet must be met", () => {
  assert.deepEqual(sifted({ theme: ["flood", "soil"], country: ["GB"] }), {
    passes: [1, 0, 1, 0],
    count: 2,
    theme: [1, 1],
    country: [2, 1],
  });
});

test("a row that misses two facets counts for none", () => {
  assert.deepEqual(sifted({ theme: ["soil"], country: ["IE"] }), {
    passes: [0, 1, 0, 0],
    count: 1,
    theme: [1, 1],
    country: [1, 1],
  });
});

test("a facet without chosen values restricts nothing", () => {
  assert.equal(sifted({ theme: [] }).count, 4);
});

test("rows outside the base neither pass nor count", () => {
  assert.deepEqual(sifted({}, Uint8Array.of(1, 0, 0, 1)), {
    passes: [1, 0, 0, 1],
    count: 2,
    theme: [1, 0],
    country: [2, 0],
  });
});

test("ids come in the order given, without the rows that do not pass", () => {
  assert.deepEqual(orderedIds(TABLE, Uint8Array.of(1, 0, 1, 1), [3, 2, 1, 0]), [
    "eel-count",
    "dune-watch",
    "bog-walks",
  ]);
});
