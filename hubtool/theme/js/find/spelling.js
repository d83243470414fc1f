// "Did you mean": compares an unknown word with those of titles, terms, partners and places.

import { fetchJson } from "./dom.js";

const SHORTEST = 4; // letters: shorter words are too near to one another

/** @typedef {{ often: string[], seldom: string[] }} WordList words in small letters */

/** @type {Promise<WordList> | undefined} */
let loading;

/** @returns {Promise<WordList>} an empty one where the file cannot be had */
function wordList() {
  loading ??= fetchJson("assets/find/words.json")
    .then((/** @type {{ often: string, seldom: string }} */ { often, seldom }) => ({
      often: expandWords(often),
      seldom: expandWords(seldom),
    }))
    .catch(() => ({ often: [], seldom: [] }));
  return loading;
}

/**
 * @param {string} text as `hubtool/exports/word_list.py` shortens it: each word begins with a sign
 * for the number of letters that it shares with the word before
 * @returns {string[]}
 */
export function expandWords(text) {
  let word = "";
  return [...text.matchAll(/([0-X])([^0-X]*)/g)].map(([, sign, rest]) => {
    word = word.slice(0, sign.charCodeAt(0) - 48) + rest;
    return word;
  });
}

/**
 * @param {string} text the words that a reader typed
 * @param {(word: string) => Promise<boolean>} isKnown tells whether a word is in the index
 * @returns {Promise<string | null>} the words that may have been meant; null where all are known,
 * or none is near
 */
export async function correctionOf(text, isKnown) {
  const words = text.split(/\s+/).filter(Boolean);
  const corrected = await Promise.all(words.map((word) => correctWord(word, isKnown)));
  return corrected.some((word, index) => word !== words[index]) ? corrected.join(" ") : null;
}

/**
 * @param {string} word
 * @param {(word: string) => Promise<boolean>} isKnown
 */
async function correctWord(word, isKnown) {
  const plain = withoutAccents(word);
  if (plain.length < SHORTEST || !/^\p{L}+$/u.test(plain) || (await isKnown(word))) return word;
  return nearestWord(plain, await wordList()) ?? word;
}

/**
 * @param {string} word without accents
 * @param {WordList} list
 * @returns {string | null} null where no word is near, and where a word of the list begins with
 * this one: its reader has not finished typing
 */
export function nearestWord(word, { often, seldom }) {
  /** @type {string | null} */
  let nearest = null;
  let limit = word.length < 6 ? 2 : 3;
  for (const candidate of [...often, ...seldom]) {
    const plain = withoutAccents(candidate);
    if (plain.startsWith(word)) return null;
    if (Math.abs(plain.length - word.length) >= limit) continue;
    const distance = slipsBetween(word, plain, limit);
    if (distance < limit) {
      nearest = candidate;
      limit = distance;
    }
  }
  return nearest;
}

/**
 * Counts the slips of the keyboard between two words: a letter too many, too few, another, or two
 * that changed places. The first letter is seldom wrong: a slip there counts half as much again.
 *
 * @param {string} word
 * @param {string} other
 * @param {number} limit where to stop counting
 * @returns {number}
 */
export function slipsBetween(word, other, limit) {
  /** @type {number[]} */
  let previous = [];
  let current = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const next = nextRow(word, other, row, current, previous);
    if (Math.min(...next) >= limit) return limit;
    previous = current;
    current = next;
  }
  const slips = current[other.length];
  return slips > 0 && word[0] !== other[0] ? slips + 0.5 : slips;
}

/**
 * @param {string} word
 * @param {string} other
 * @param {number} row the number of letters of `word` that this row compares
 * @param {number[]} above
 * @param {number[]} twoAbove
 */
function nextRow(word, other, row, above, twoAbove) {
  const slips = [row];
  for (let column = 1; column <= other.length; column += 1) {
    const isSame = word[row - 1] === other[column - 1];
    const replaced = above[column - 1] + (isSame ? 0 : 1);
    const cost = Math.min(slips[column - 1] + 1, above[column] + 1, replaced);
    const areSwapped = word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1];
    slips.push(areSwapped ? Math.min(cost, (twoAbove[column - 2] ?? Infinity) + 1) : cost);
  }
  return slips;
}

/** @param {string} word */
function withoutAccents(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
