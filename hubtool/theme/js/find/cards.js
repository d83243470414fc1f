// The cards of what was found: each is loaded when it is first shown.

import { fromRoot, json } from "./dom.js";

/** @type {Map<string, Promise<Record<string, string>>>} */
const files = new Map();

/**
 * @param {string} id of a case, or of a lesson or film as `case#id`
 * @returns {Promise<Element | null>} nothing if it could not be had
 */
export async function card(id) {
  const owner = id.split("#", 1)[0] ?? id;
  let file = files.get(owner);
  if (!file) {
    file = json(`assets/find/cards/${owner}.json`).catch(() => ({}));
    files.set(owner, file);
  }
  const html = (await file)[id];
  return html === undefined ? null : fromRoot(html).content.firstElementChild;
}
