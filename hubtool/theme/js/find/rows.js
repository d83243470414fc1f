// Which rows of a table a list keeps to, and in which order they come.

import { sift } from "./table.js";

/** @typedef {import("./table.js").Table} Table */

/**
 * @param {Table} rows
 * @param {string | undefined} text which rows the list keeps to: `{"ids": […]}` or `{"topic": […]}`
 * @returns {Uint8Array | null}
 */
export function withinOf(rows, text) {
  if (!text) return null;
  /** @type {Record<string, string[]>} */
  const rule = JSON.parse(text);
  if (rule["ids"]) {
    const passes = new Uint8Array(rows.ids.length);
    for (const id of rule["ids"]) {
      const row = rows.places.get(id);
      if (row !== undefined) passes[row] = 1;
    }
    return passes;
  }
  const chosen = new Map(Object.entries(rule).map(([name, values]) => [name, new Set(values)]));
  return sift(rows, chosen, null).passes;
}

/**
 * @param {Uint8Array | null} within
 * @param {Iterable<number>} found
 * @param {number} size
 */
export function both(within, found, size) {
  const passes = new Uint8Array(size);
  for (const row of found) passes[row] = within ? (within[row] ?? 0) : 1;
  return passes;
}

/**
 * @param {Table} rows
 * @param {string} name
 * @param {number[] | null} found
 * @returns {Iterable<number>}
 */
export function orderOf(rows, name, found) {
  if (name === "relevance" && found) return found;
  return rows.orders[name] ?? rows.ids.keys();
}
