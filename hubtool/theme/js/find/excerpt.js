// The words around a hit, as Pagefind gives them.

import { element } from "./dom.js";

/**
 * @param {string} excerpt with `<mark>`, and what was markup in the page escaped
 * @returns {(Node | string)[]}
 */
export function marked(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body.childNodes;
  return [...parsed].map((node) =>
    node.nodeName === "MARK" ? element("mark", {}, node.textContent ?? "") : (node.textContent ?? ""),
  );
}
