// The citations of just the cases on a shelf, in one file.

import { ROOT } from "../find/dom.js";

/**
 * @param {string[]} cases their ids
 * @param {string} ending `ris`, `bib` or `json`
 * @returns {Promise<string>}
 */
export async function citationsOf(cases, ending) {
  const texts = await Promise.all(cases.map((id) => citation(id, ending)));
  if (ending !== "json")
    return texts
      .map((text) => text.trim())
      .join("\n\n")
      .concat("\n");
  return JSON.stringify(texts.flatMap((text) => JSON.parse(text)));
}

/**
 * @param {string} id
 * @param {string} ending
 */
async function citation(id, ending) {
  const response = await fetch(new URL(`cases/${id}/cite.${ending}`, ROOT));
  if (!response.ok) throw new Error(`${response.status} ${id}`);
  return response.text();
}
