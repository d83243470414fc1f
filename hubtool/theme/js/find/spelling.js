// "Did you mean": mends a word that stands nowhere into one that fits to the others.

import { fetchJson } from "./dom.js";
import { folded } from "./fold.js";
import { slipsBetween } from "./slips.js";

const SHORTEST = 3; // letters: shorter words are too near to one another
const MOST_TRIED = 6;

/**
 * @typedef {{ often: string[], seldom: string[], names: string[] }} WordList
 * words in small letters; `names` are of countries and languages, whether or not they are met here
 *
 * @typedef {{
 *   isKnown: (word: string) => Promise<boolean>,
 *   fits: (words: string) => Promise<boolean>,
 * }} Index tells whether a word is in it, and whether something has all of some words
 *
 * @typedef {{ words: string, unknown: string[], meant: string | null }} Spelling
 * `words` are those to search, mended where one fits; `unknown` stand nowhere, and nothing like
 * them does; `meant` is what may have been meant where each word is known and nothing has all
 */

/** @type {Promise<WordList> | undefined} */
let loading;

/** @returns {Promise<WordList>} an empty one where the file cannot be had */
export function wordList() {
  loading ??= fetchJson("assets/find/words.json")
    .then((/** @type {Record<keyof WordList, string>} */ { often, seldom, names }) => ({
      often: expandWords(often),
      seldom: expandWords(seldom),
      names: expandWords(names),
    }))
    .catch(() => ({ often: [], seldom: [], names: [] }));
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
 * @param {Index} index
 * @param {() => Promise<WordList>} list
 * @returns {Promise<Spelling>}
 */
export async function spellingOf(text, index, list = wordList) {
  const words = text.split(/[^\p{L}\p{N}\p{M}'’ʻ]+/u).filter(Boolean);
  const areKnown = await Promise.all(words.map((word) => isLeftAlone(word, index)));
  if (areKnown.every(Boolean)) {
    const isOne = words.length < 2 || (await index.fits(text));
    return { words: text, unknown: [], meant: isOne ? null : await meant(words, index, list) };
  }
  const mended = words.filter((_, place) => areKnown[place]);
  const unknown = [];
  const result = [...words];
  for (const [place, word] of words.entries()) {
    if (areKnown[place]) continue;
    const match = await fittingWord(word, mended, index, await list());
    if (match === null) unknown.push(word);
    else {
      mended.push(match);
      result[place] = match;
    }
  }
  return { words: result.join(" "), unknown, meant: null };
}

/**
 * @param {string} word
 * @param {Index} index
 */
async function isLeftAlone(word, index) {
  const plain = folded(word);
  return plain.length < SHORTEST || !/^\p{L}+$/u.test(plain) || index.isKnown(word);
}

/**
 * @param {string} word that stands nowhere
 * @param {string[]} others that are searched with it
 * @param {Index} index
 * @param {WordList} list
 * @returns {Promise<string | null>} the word itself where it is the beginning of one; null where
 * nothing fits
 */
async function fittingWord(word, others, index, list) {
  const plain = folded(word);
  const longer = wordsWith(plain, list);
  const near = nearestWords(plain, list);
  const isBegun = longer.length > 0;
  if (others.length === 0) return isBegun ? word : (near[0] ?? null);
  for (const match of [...(isBegun ? [word] : []), ...longer, ...near]) {
    if (await index.fits([...others, match].join(" "))) return match;
  }
  return null;
}

/**
 * @param {string} beginning folded
 * @param {WordList} list
 * @returns {string[]} words that begin so: whoever types has not finished
 */
export function wordsWith(beginning, { often, seldom }) {
  const longer = [...often, ...seldom].filter((word) => folded(word).startsWith(beginning));
  return longer.slice(0, MOST_TRIED);
}

/**
 * @param {string[]} words that are all known, and that nothing has together
 * @param {Index} index
 * @param {() => Promise<WordList>} list
 * @returns {Promise<string | null>} the same with another in place of one of them
 */
async function meant(words, index, list) {
  const known = await list();
  for (const [place, word] of words.entries()) {
    const plain = folded(word);
    if (plain.length < SHORTEST) continue;
    for (const match of nearestWords(plain, known).slice(0, 3)) {
      const text = words.map((each, at) => (at === place ? match : each)).join(" ");
      if (await index.fits(text)) return text;
    }
  }
  return null;
}

/**
 * @param {string} word folded
 * @param {WordList} list
 * @returns {string[]} the nearest first, of those as near the ones that are met more often; none
 * where it is a name
 */
export function nearestWords(word, { often, seldom, names }) {
  if (names.includes(word)) return [];
  const limit = limitFor(word);
  const matches = [];
  for (const candidate of [...often, ...seldom]) {
    const plain = folded(candidate);
    if (plain === word || Math.abs(plain.length - word.length) > 2) continue;
    const slips = slipsBetween(word, plain, limit);
    if (slips < limit) matches.push({ candidate, slips });
  }
  matches.sort((a, b) => a.slips - b.slips);
  return matches.slice(0, MOST_TRIED).map(({ candidate }) => candidate);
}

/** @param {string} word */
function limitFor({ length }) {
  if (length < 5) return 1.1;
  return length < 8 ? 1.7 : 2.4;
}
