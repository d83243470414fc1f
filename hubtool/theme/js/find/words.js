// The words of the interface, as every page provides them, and the word indexes of the site.

/**
 * @typedef {string | Record<string, string>} Message a text, or its plural forms
 * @typedef {{
 *   words: Record<string, Message>,
 *   bundles: Record<string, string[]>,
 *   version: string,
 * }} PageWords
 */

/** @type {PageWords} */
const EMPTY = { words: {}, bundles: {}, version: "" };

/** @type {PageWords | undefined} */
let loaded;

/** @returns {PageWords} */
function pageWords() {
  if (!loaded) {
    const block = document.getElementById("find-words");
    loaded = block ? JSON.parse(block.textContent ?? "") : EMPTY;
  }
  return /** @type {PageWords} */ (loaded);
}

/**
 * @param {string} kind of a word index
 * @returns {string[]} its languages; none where the site has no such index
 */
export function indexLanguages(kind) {
  return pageWords().bundles[kind] ?? [];
}

/** @returns {string} another where the records of the site are */
export function siteVersion() {
  return pageWords().version;
}

/**
 * @param {string} key
 * @param {Record<string, string | number>} values `n` chooses the plural form
 * @returns {string}
 */
export function say(key, values = {}) {
  const message = pageWords().words[key] ?? key;
  return formatMessage(message, values, document.documentElement.lang || "en");
}

/**
 * @param {Message} message
 * @param {Record<string, string | number>} values
 * @param {string} language
 * @returns {string}
 */
export function formatMessage(message, values, language) {
  const text = typeof message === "string" ? message : form(message, Number(values.n), language);
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? new Intl.NumberFormat(language).format(value) : value;
  });
}

/**
 * @param {Record<string, string>} forms
 * @param {number} n
 * @param {string} language
 */
function form(forms, n, language) {
  const category = new Intl.PluralRules(language).select(n);
  return (n === 0 ? forms.zero : undefined) ?? forms[category] ?? forms.other ?? "";
}
