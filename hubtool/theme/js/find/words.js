// The words of the interface, as every page hands them over, and which word indexes the site has.

/**
 * @typedef {string | Record<string, string>} Entry a text, or its plural forms
 * @typedef {{ words: Record<string, Entry>, bundles: Record<string, string[]> }} Handed
 */

/** @returns {Handed} */
function handed() {
  const block = document.getElementById("find-words");
  return block ? JSON.parse(block.textContent ?? "") : { words: {}, bundles: {} };
}

const { words, bundles } = handed();
const language = document.documentElement.lang || "en";
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);

/** The languages of each word index. */
export const BUNDLES = bundles;

/**
 * @param {string} key
 * @param {Record<string, string | number>} values `n` chooses the plural form
 * @returns {string}
 */
export function say(key, values = {}) {
  const entry = words[key] ?? key;
  const text = typeof entry === "string" ? entry : form(entry, Number(values["n"]));
  return text.replace(/\{(\w+)\}/g, (_, name) => shown(values[name] ?? ""));
}

/**
 * @param {Record<string, string>} forms
 * @param {number} n
 */
function form(forms, n) {
  return (n === 0 ? forms["zero"] : undefined) ?? forms[plural.select(n)] ?? forms["other"] ?? "";
}

/** @param {string | number} value */
export function shown(value) {
  return typeof value === "number" ? number.format(value) : value;
}
