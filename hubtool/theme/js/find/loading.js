// What a list needs once something is asked of it: its table, and the search.

import { fetchJson } from "./dom.js";
import { scopeOf } from "./results.js";
import { parseTable } from "./table.js";
import { requestIndexes } from "./word_index.js";

/**
 * @import { Table } from "./table.js"
 */

/**
 * @typedef {{ table: Table, scope: Uint8Array | null }} ScopedTable
 * `scope` are the rows that the list keeps to; null for all of them
 */

/**
 * @param {HTMLElement} root
 * @returns {Promise<ScopedTable>}
 */
export async function loadTable({ dataset: { index = "", within } }) {
  const table = parseTable(await fetchJson(new URL(index, document.baseURI).href));
  return { table, scope: scopeOf(table, within) };
}

/** Loads the search: all of its modules at once. */
export const loadSearch = () =>
  Promise.all([
    import("./word_search.js"),
    import("./fold.js"),
    import("./indexes.js"),
    import("./slips.js"),
    import("./spelling.js"),
    import("./reasons.js"),
  ]);

/**
 * Asks for all that a search needs before the list is read.
 *
 * @param {string} kind of the list
 */
export function requestSearch(kind) {
  requestIndexes(kind === "cases" ? "pages" : kind, true);
  void loadSearch();
}
