// What a search for words brings: for a list its rows, the best first, and what should be said about it.

import { element } from "./dom.js";
import { search, searchRows } from "./indexes.js";
import { meant } from "./spelling.js";
import { say } from "./words.js";

/**
 * @typedef {import("./indexes.js").Hit} Hit
 * @typedef {{ rows: number[] | null, notes: Node[], hits: Map<number, Hit[]> }} Answer
 * rows are null where words cannot be searched; hits are those on each row
 */

/** @type {Record<string, string>} */
const INDEX_OF = { cases: "pages", lessons: "lessons", films: "films" };

/**
 * @param {string} kind of the list
 * @param {string} words
 * @returns {Promise<Answer>}
 */
export async function ask(kind, words) {
  const index = INDEX_OF[kind] ?? kind;
  const { words: used, isOther } = await understood(index, words);
  const found = await searchRows(index, used);
  if (found === null) return { rows: null, notes: [element("p", {}, say("missing"))], hits: new Map() };
  /** @type {Map<number, Hit[]>} */
  const hits = new Map();
  for (const { row, hit } of found.rows) hits.set(row, [...(hits.get(row) ?? []), hit]);
  return { rows: [...hits.keys()], notes: isOther ? [element("p", {}, say("instead", { words, used }))] : [], hits };
}

/**
 * @param {string} index
 * @param {string} words
 * @returns {Promise<{ words: string, isOther: boolean }>} the words themselves, or those that were meant
 */
export async function understood(index, words) {
  if (/^\s*"/.test(words)) return { words, isOther: false };
  const other = await meant(words, async (word) => {
    const found = await search(index, `"${word}"`);
    return found === null || found.length > 0;
  });
  return { words: other ?? words, isOther: other !== null };
}
