// Where the word indexes are, and what of them can be asked for before anything else is known.

import { element, ROOT } from "./dom.js";
import { indexLanguages, siteVersion } from "./words.js";

/** @typedef {{ language: string, folder: URL }} IndexAddress of a word index */

/**
 * @param {string} kind of a word index
 * @returns {IndexAddress[]} one for each language; none where the site has no such index
 */
export function indexAddresses(kind) {
  return indexLanguages(kind).map((language) => ({
    language,
    folder: new URL(`pagefind/${kind}-${language}/`, ROOT),
  }));
}

/** Pagefind asks for its entry under this tag: a browser keeps it until the site changes. */
export const entryTag = () => siteVersion() || "0";

/**
 * Asks for the beginnings of the indexes at once, where they would be asked for one after another.
 *
 * @param {string} kind of a word index
 * @param {boolean} hasRows whether its rows in a list are needed too
 */
export function requestIndexes(kind, hasRows) {
  for (const { folder } of indexAddresses(kind)) {
    preload("modulepreload", new URL("pagefind.js", folder));
    preload("preload", new URL(`pagefind-entry.json?ts=${entryTag()}`, folder));
    if (hasRows) preload("preload", new URL("rows.json", folder));
  }
}

/**
 * @param {"modulepreload" | "preload"} rel
 * @param {URL} address
 */
function preload(rel, address) {
  const link = element("link", { rel, href: address.href, crossorigin: "" });
  if (rel === "preload") link.as = "fetch";
  document.head.append(link);
}
