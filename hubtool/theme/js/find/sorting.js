// The order of a list: chosen from a few, the best match among them while there are words.

import { say } from "./words.js";

/**
 * @typedef {{
 *   usual: string,
 *   chosen: (hasWords: boolean) => string,
 *   fill: (order: string, hasWords: boolean) => void,
 *   offerRelevance: (hasWords: boolean) => void,
 *   onChange: (heard: () => void) => void,
 *   isShown: boolean,
 * }} Sorting
 * the chosen order is empty where it is the usual one
 */

/**
 * @param {HTMLElement} root
 * @returns {Sorting}
 */
export function sortingOf(root) {
  const select = root.querySelector("[data-sort]");
  return select instanceof HTMLSelectElement ? choice(select) : kept();
}

/**
 * @param {HTMLSelectElement} select
 * @returns {Sorting}
 */
function choice(select) {
  const usual = select.value;
  const relevance = new Option(say("sort-relevance"), "relevance");

  /** @param {boolean} hasWords */
  function offerRelevance(hasWords) {
    if (hasWords && !relevance.isConnected) {
      select.prepend(relevance);
      select.value = "relevance";
    } else if (!hasWords && relevance.isConnected) {
      const was = select.value;
      relevance.remove();
      if (was === "relevance") select.value = usual;
    }
  }

  return {
    usual,
    chosen: (hasWords) => (select.value === (hasWords ? "relevance" : usual) ? "" : select.value),
    fill(order, hasWords) {
      offerRelevance(hasWords);
      select.value = order || (hasWords ? "relevance" : usual);
    },
    offerRelevance,
    onChange: (heard) => select.addEventListener("change", heard),
    isShown: true,
  };
}

/**
 * A map has no order, and keeps that of the list its reader came from and may go back to.
 *
 * @returns {Sorting}
 */
function kept() {
  let order = "";
  return {
    usual: "",
    chosen: () => order,
    fill(given) {
      order = given;
    },
    offerRelevance: () => undefined,
    onChange: () => undefined,
    isShown: false,
  };
}
