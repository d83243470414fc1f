// What a search for words brings to a list: its rows, the best first, and what should be said about it.

import { element } from "./dom.js";
import { searchRows } from "./indexes.js";
import { say } from "./words.js";

/** @typedef {{ rows: number[] | null, notes: Node[] }} Answer rows are null where words cannot be searched */

/** @type {Record<string, string>} */
const INDEX_OF = { cases: "pages", lessons: "lessons", films: "films" };

/**
 * @param {string} kind of the list
 * @param {string} words
 * @returns {Promise<Answer>}
 */
export async function ask(kind, words) {
  const found = await searchRows(INDEX_OF[kind] ?? kind, words);
  if (found === null) return { rows: null, notes: [element("p", {}, say("missing"))] };
  return { rows: [...new Set(found.rows.map(({ row }) => row))], notes: [] };
}
