// A search for words in a list: the rows that have them, and notes for the reader.

import { element } from "./dom.js";
import { search, searchRows } from "./indexes.js";
import { correctionOf } from "./spelling.js";
import { say } from "./words.js";

/** @import { Hit } from "./indexes.js" */

/**
 * @typedef {{ rows: number[] | null, notes: Node[], hits: Map<number, Hit[]> }} WordMatches
 * rows have the best first and are null where words cannot be searched; hits are those on each row
 */

/** @type {Record<string, string>} */
const INDEX_OF = { cases: "pages", lessons: "lessons", films: "films" };

/**
 * @param {string} kind of the list
 * @param {string} words
 * @returns {Promise<WordMatches>}
 */
export async function searchList(kind, words) {
  const index = INDEX_OF[kind] ?? kind;
  const used = await correctedWords(index, words);
  const matches = await searchRows(index, used);
  if (matches === null) return { rows: null, notes: [note(say("missing"))], hits: new Map() };
  /** @type {Map<number, Hit[]>} */
  const hits = new Map();
  for (const { row, hit } of matches) hits.set(row, [...(hits.get(row) ?? []), hit]);
  const notes = used === words ? [] : [note(say("instead", { words, used }))];
  return { rows: [...hits.keys()], notes, hits };
}

/**
 * @param {string} index
 * @param {string} words
 * @returns {Promise<string>} the words themselves, or those that may have been meant
 */
export async function correctedWords(index, words) {
  if (/^\s*"/.test(words)) return words;
  const correction = await correctionOf(words, async (word) => {
    const hits = await search(index, `"${word}"`);
    return hits === null || hits.length > 0;
  });
  return correction ?? words;
}

/** @param {string} text */
function note(text) {
  return element("p", {}, text);
}
