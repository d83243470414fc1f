// The list as the page has it, or in its place a list of results, shown page by page.

import { requireElement } from "./dom.js";
import { OriginalList } from "./original_list.js";
import { say } from "./words.js";

export class PagedList {
  /** The number of results that are shown. */
  shown;
  #pageSize;
  #original;
  #rest;
  #button;

  /**
   * @param {HTMLElement} root
   * @param {number} pageSize how many results are shown at first, and more each time
   */
  constructor(root, pageSize) {
    this.shown = pageSize;
    this.list = requireElement(root, "[data-list]", HTMLElement);
    this.#pageSize = pageSize;
    this.#original = new OriginalList(requireElement(root, "[data-plain]", HTMLElement));
    this.#rest = requireElement(root, "[data-more]", HTMLElement);
    this.#button = requireElement(this.#rest, "button", HTMLButtonElement);
  }

  startOver() {
    this.shown = this.#pageSize;
  }

  /** Shows as many results as when the reader left the page. */
  resume() {
    this.shown = Number(history.state?.shown) || this.#pageSize;
  }

  /**
   * Shows one page more.
   *
   * @returns {number} how many were shown before
   */
  extend() {
    const before = this.shown;
    this.shown += this.#pageSize;
    history.replaceState({ shown: this.shown }, "");
    return before;
  }

  /** @param {() => void} listener is called when the reader asks for more */
  onMore(listener) {
    this.#button.addEventListener("click", listener);
  }

  /** @param {number} count of all results, of which the first are in the list */
  showResults(count) {
    this.#original.hide(true);
    this.list.hidden = false;
    this.#showRest(Math.max(0, count - this.shown));
  }

  /** Shows the list as the page has it, with as many of its pages as were shown before. */
  async showOriginal() {
    this.#original.hide(false);
    this.list.hidden = true;
    this.list.replaceChildren();
    this.#showRest(this.#original.following);
    while (this.#original.following > 0 && this.#original.pages * this.#pageSize < this.shown) {
      if ((await this.extendOriginal()).length === 0) return;
    }
  }

  /** @returns {Promise<Element[]>} the entries of one page more of the original list */
  async extendOriginal() {
    const entries = await this.#original.extend();
    if (this.list.hidden) this.#showRest(this.#original.following);
    return entries;
  }

  /** @param {number} count of the results that are not shown */
  #showRest(count) {
    this.#rest.hidden = count === 0;
    this.#button.textContent = say("more", { n: Math.min(this.#pageSize, count) });
  }
}
