// The cards of what was found: each is loaded when it is first shown.

import { ROOT, json } from "./dom.js";

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
  return html === undefined ? null : made(html);
}

/**
 * @param {string} html our own, with links from the site's root
 * @returns {Element | null}
 */
function made(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  for (const link of holder.content.querySelectorAll("a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", ROOT).href);
  }
  return holder.content.firstElementChild;
}
