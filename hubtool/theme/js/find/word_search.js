// A search for words in a list: the rows that have them, and notes for the reader.

import { element } from "./dom.js";
import { search, searchRows } from "./indexes.js";
import { spellingOf } from "./spelling.js";
import { say } from "./words.js";

/**
 * @import { Hit } from "./indexes.js"
 * @import { Spelling } from "./spelling.js"
 */

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
  const spelling = await checkedSpelling(index, words);
  const matches = await searchRows(index, spelling.words);
  if (matches === null) return { rows: null, notes: [note(say("missing"))], hits: new Map() };
  /** @type {Map<number, Hit[]>} */
  const hits = new Map();
  if (spelling.unknown.length === 0) {
    for (const { row, hit } of matches) hits.set(row, [...(hits.get(row) ?? []), hit]);
  }
  return { rows: [...hits.keys()], notes: notesOn(words, spelling), hits };
}

/**
 * @param {string} index
 * @param {string} words
 * @returns {Promise<Spelling>}
 */
export async function checkedSpelling(index, words) {
  if (/^\s*"/.test(words)) return { words, unknown: [], meant: null };
  return spellingOf(words, {
    isKnown: (word) => hasHits(index, `"${word}"`),
    fits: (text) => hasHits(index, text),
  });
}

/**
 * @param {string} words
 * @param {Spelling} spelling
 * @returns {string | null} the words without those that stand nowhere; null where none is left
 */
export function knownPart(words, { unknown }) {
  if (unknown.length === 0) return null;
  const rest = words.split(/\s+/).filter((word) => !unknown.includes(word));
  return rest.join(" ").trim() || null;
}

/**
 * @param {string} words
 * @param {Spelling} spelling
 * @returns {string} why nothing was found, or what was searched instead; empty for neither
 */
export function sayingOf(words, { words: used, unknown, meant }) {
  if (unknown.length > 0) return say("unknown", { words: unknown.join(" ") });
  if (meant) return say("not-together");
  return used === words ? "" : say("instead", { words, used });
}

/**
 * @param {string} words
 * @param {Spelling} spelling
 * @returns {HTMLElement[]}
 */
function notesOn(words, spelling) {
  const saying = sayingOf(words, spelling);
  const other = spelling.meant ?? knownPart(spelling.words, spelling);
  const button = other
    ? [
        " ",
        element(
          "button",
          { class: "chip", type: "button", "data-words": other },
          say("try", { words: other }),
        ),
      ]
    : [];
  return saying ? [element("p", {}, saying, ...button)] : [];
}

/**
 * @param {string} index
 * @param {string} words
 */
async function hasHits(index, words) {
  const hits = await search(index, words);
  return hits === null || hits.length > 0;
}

/** @param {string} text */
function note(text) {
  return element("p", {}, text);
}
