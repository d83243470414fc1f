// The order of a list: chosen from a short list, which has the best match while there are words.

import { say } from "./words.js";

/**
 * @typedef {{
 *   usual: string,
 *   isShown: boolean,
 *   order: (hasWords: boolean) => string,
 *   fill: (order: string, hasWords: boolean) => void,
 *   offerRelevance: (hasWords: boolean) => void,
 *   onChange: (listener: () => void) => void,
 * }} Sorting
 * `order` is what the address says: empty where it is the usual one
 */

/**
 * @param {HTMLElement} root
 * @returns {Sorting}
 */
export function sortingOf(root) {
  const select = root.querySelector("[data-sort]");
  if (!(select instanceof HTMLSelectElement)) return new KeptSorting();
  return new ChosenSorting(select, new Option(say("sort-relevance"), "relevance"));
}

/** @implements {Sorting} */
export class ChosenSorting {
  isShown = true;
  #select;
  #relevance;

  /**
   * @param {HTMLSelectElement} select
   * @param {HTMLOptionElement} relevance is in the list only while there are words
   */
  constructor(select, relevance) {
    this.usual = select.value;
    this.#select = select;
    this.#relevance = relevance;
  }

  /** @param {boolean} hasWords */
  order(hasWords) {
    return this.#select.value === this.#initial(hasWords) ? "" : this.#select.value;
  }

  /**
   * @param {string} order
   * @param {boolean} hasWords
   */
  fill(order, hasWords) {
    this.offerRelevance(hasWords);
    this.#select.value = order || this.#initial(hasWords);
  }

  /** @param {boolean} hasWords */
  offerRelevance(hasWords) {
    if (hasWords === this.#relevance.isConnected) return;
    if (hasWords) {
      this.#select.prepend(this.#relevance);
      this.#select.value = "relevance";
      return;
    }
    const { value } = this.#select;
    this.#relevance.remove();
    if (value === "relevance") this.#select.value = this.usual;
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.#select.addEventListener("change", listener);
  }

  /** @param {boolean} hasWords */
  #initial(hasWords) {
    return hasWords ? "relevance" : this.usual;
  }
}

/**
 * A map has no order. It keeps that of the list its reader came from and may go back to.
 *
 * @implements {Sorting}
 */
export class KeptSorting {
  usual = "";
  isShown = false;
  #order = "";

  order() {
    return this.#order;
  }

  /** @param {string} order */
  fill(order) {
    this.#order = order;
  }

  offerRelevance() {}

  onChange() {}
}
