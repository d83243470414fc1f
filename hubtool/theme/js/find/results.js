// What a list shows for a state: the rows that pass, in order.

import { orderedIds, sift } from "./table.js";

/**
 * @import { State } from "./state.js"
 * @import { Sifted, Table } from "./table.js"
 */

/**
 * @typedef {{
 *   ids: string[],
 *   total: number,
 *   sifted: Sifted,
 * }} Results `ids` stand in the order asked for; `total` is the number of rows without a filter
 */

/**
 * @param {Table} table
 * @param {Uint8Array | null} scope the rows that the list keeps to; all of them if null
 * @param {State} state
 * @param {string} usualOrder
 * @param {number[] | null} ranking the rows that have the words, the best first
 * @returns {Results}
 */
export function resultsOf(table, scope, state, usualOrder, ranking) {
  const base = ranking ? intersection(scope, ranking, table.ids.length) : scope;
  const sifted = sift(table, state.chosen, base);
  const order = state.sort || (state.words ? "relevance" : usualOrder);
  const ids = orderedIds(table, sifted.passes, rowOrder(table, order, ranking));
  const total = scope ? scope.reduce((sum, sign) => sum + sign, 0) : table.ids.length;
  return { ids, total, sifted };
}

/**
 * @param {Table} table
 * @param {string | undefined} rule the rows that a list keeps to: `{"ids": […]}`, `{"topic": […]}`
 * @returns {Uint8Array | null}
 */
export function scopeOf(table, rule) {
  if (!rule) return null;
  /** @type {Record<string, string[]>} */
  const { ids, ...facets } = JSON.parse(rule);
  if (ids) return rowsWithIds(table, ids);
  const chosen = Object.entries(facets).map(
    ([name, values]) => /** @type {const} */ ([name, new Set(values)]),
  );
  return sift(table, new Map(chosen), null).passes;
}

/**
 * @param {Table} table
 * @param {string[]} ids
 */
function rowsWithIds(table, ids) {
  const passes = new Uint8Array(table.ids.length);
  for (const id of ids) {
    const row = table.rowOf.get(id);
    if (row !== undefined) passes[row] = 1;
  }
  return passes;
}

/**
 * @param {Uint8Array | null} scope
 * @param {Iterable<number>} rows
 * @param {number} size
 */
function intersection(scope, rows, size) {
  const passes = new Uint8Array(size);
  for (const row of rows) passes[row] = scope ? scope[row] : 1;
  return passes;
}

/**
 * @param {Table} table
 * @param {string} name
 * @param {number[] | null} ranking
 * @returns {Iterable<number>}
 */
function rowOrder(table, name, ranking) {
  if (name === "relevance" && ranking) return ranking;
  return table.orders[name] ?? table.ids.keys();
}
