// Did you mean: a word that stands nowhere is held against the words of titles, terms, partners and places.

import { json } from "./dom.js";

const SHORTEST = 4; // letters: shorter words are too near to one another

/** @typedef {{ often: string[], seldom: string[] }} WordList words in small letters */

/** @type {Promise<WordList> | undefined} */
let loading;

/** @returns {Promise<WordList>} */
function wordList() {
  loading ??= json("assets/find/words.json")
    .then((/** @type {{ often: string, seldom: string }} */ { often, seldom }) => ({ often: wordsIn(often), seldom: wordsIn(seldom) }))
    .catch(() => ({ often: [], seldom: [] }));
  return loading;
}

/**
 * @param {string} text as `hubtool/exports/word_list.py` shortens it
 * @returns {string[]}
 */
export function wordsIn(text) {
  let word = "";
  return [...text.matchAll(/([0-X])([^0-X]*)/g)].map(([, shared = "0", rest = ""]) => (word = word.slice(0, shared.charCodeAt(0) - 48) + rest));
}

/**
 * @param {string} words as somebody typed them
 * @param {(word: string) => Promise<boolean>} isKnown says whether a word stands anywhere
 * @returns {Promise<string | null>} the words they may have meant; nothing where all are known, or none is near
 */
export async function meant(words, isKnown) {
  const typed = words.split(/\s+/).filter(Boolean);
  const better = await Promise.all(typed.map((word) => corrected(word, isKnown)));
  return better.some((word, place) => word !== typed[place]) ? better.join(" ") : null;
}

/**
 * @param {string} word
 * @param {(word: string) => Promise<boolean>} isKnown
 */
async function corrected(word, isKnown) {
  const plain = folded(word);
  if (plain.length < SHORTEST || !/^\p{L}+$/u.test(plain) || (await isKnown(word))) return word;
  const list = await wordList();
  return nearest(plain, list) ?? word;
}

/**
 * @param {string} word without accents
 * @param {WordList} list
 * @returns {string | null} nothing if a word of the list only goes on where this one ends
 */
export function nearest(word, { often, seldom }) {
  const most = word.length < 6 ? 1 : 2;
  /** @type {string | null} */
  let best = null;
  let least = most + 1;
  for (const candidate of [...often, ...seldom]) {
    const plain = folded(candidate);
    if (plain.startsWith(word)) return null;
    if (Math.abs(plain.length - word.length) >= least) continue;
    const distance = slips(word, plain, least);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/**
 * @param {string} one
 * @param {string} other
 * @param {number} enough where to stop counting
 * @returns {number} how many slips of the keyboard lie between two words: a letter too many, too few, another,
 * or two that changed places; the first letter is seldom the wrong one, so a slip there counts half as much again
 */
export function slips(one, other, enough) {
  let before = new Array(other.length + 1).fill(0);
  let last = Array.from(before, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(/** @type {number} */ (row[j - 1]) + 1, last[j] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) >= enough) return enough;
    before = last;
    last = row;
  }
  const slipped = last[other.length];
  return slipped > 0 && one[0] !== other[0] ? slipped + 0.5 : slipped;
}

/** @param {string} word */
function folded(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
