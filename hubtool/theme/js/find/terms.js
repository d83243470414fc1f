// What a search names that has a page of its own: terms, countries, partners, titles.

import { fetchJson } from "./dom.js";
import { folded } from "./fold.js";

/**
 * @typedef {"term" | "page" | "case"} NamedKind
 * @typedef {[label: string, address: string, names: string[], kind: NamedKind]} NamedPage
 */

const MOST = 3;
const SHORTEST = 3; // letters of the beginning of a name

/** @type {Promise<NamedPage[]> | undefined} */
let loading;

/** @returns {Promise<NamedPage[]>} none where the file is missing */
export function loadTerms() {
  loading ??= fetchJson("assets/find/terms.json").catch(() => []);
  return loading;
}

/**
 * @param {NamedPage[]} pages
 * @param {string} words
 * @returns {NamedPage[]} those of which a name stands in the words, the longest name first, and
 * of two with the same synonym the one whose label has it; whole titles are typed by nobody
 */
export function termsIn(pages, words) {
  const searched = ` ${singular(words)} `;
  const length = (/** @type {NamedPage} */ [, , names]) =>
    Math.max(
      0,
      ...names.map(singular).map((name) => (searched.includes(` ${name} `) ? name.length : 0)),
    );
  return pages
    .filter((page) => page[3] !== "case" && length(page) > 0)
    .sort((a, b) => length(b) - length(a) || labelHas(b, searched) - labelHas(a, searched))
    .slice(0, MOST);
}

/**
 * @param {NamedPage[]} pages
 * @param {string} words
 * @returns {NamedPage[]} those of which a name begins with the words, the shortest name first
 */
export function pagesNamed(pages, words) {
  const searched = singular(words);
  if (searched.length < SHORTEST) return [];
  const length = (/** @type {NamedPage} */ [, , names]) => {
    const all = names.map(singular).filter((name) => name.startsWith(searched));
    return Math.min(...all.map((name) => name.length));
  };
  return pages
    .filter((page) => Number.isFinite(length(page)))
    .sort((a, b) => length(a) - length(b) || labelHas(b, searched) - labelHas(a, searched))
    .slice(0, MOST);
}

/**
 * @param {NamedPage} page
 * @param {string} words
 * @returns {number} 1 where its label has the words
 */
function labelHas([label], words) {
  return Number(` ${singular(label)} `.includes(` ${words.trim()} `));
}

/**
 * @param {string} text
 * @returns {string} its words, folded, and without the `s` of a plural
 */
function singular(text) {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word))
    .join(" ")
    .trim();
}
