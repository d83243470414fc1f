// The terms that a search names, for which there are pages.

import { fetchJson } from "./dom.js";

/**
 * @typedef {[label: string, address: string, names: string[]]} NamedTerm
 */

const MOST = 3;

/** @type {Promise<NamedTerm[]> | undefined} */
let loading;

/** @returns {Promise<NamedTerm[]>} none where the file is missing */
export function loadTerms() {
  loading ??= fetchJson("assets/find/terms.json").catch(() => []);
  return loading;
}

/**
 * @param {NamedTerm[]} terms
 * @param {string} words
 * @returns {NamedTerm[]} those of which a name stands in the words, the longest name first
 */
export function termsIn(terms, words) {
  const searched = ` ${folded(words)} `;
  const length = (/** @type {NamedTerm} */ [, , names]) =>
    Math.max(
      0,
      ...names.map(folded).map((name) => (searched.includes(` ${name} `) ? name.length : 0)),
    );
  return terms
    .filter((term) => length(term) > 0)
    .sort((a, b) => length(b) - length(a))
    .slice(0, MOST);
}

/**
 * @param {string} text
 * @returns {string} its words in small letters without accents, and without the `s` of a plural
 */
function folded(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word))
    .join(" ")
    .trim();
}
