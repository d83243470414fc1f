// Above a list: how many results there are, notes on the search, and links to other lists.

import { element, listAddress, ROOT, requireElement } from "./dom.js";
import { loadTerms, termsIn } from "./terms.js";
import { say } from "./words.js";

const LISTS = ["cases", "lessons", "films"];
const PAUSE = 400; // milliseconds without a change after which the count is read out
const PATIENCE = 400; // milliseconds without an answer after which a sign shows that one is sought

export class Status {
  #heading;
  #originalHeading;
  #announcement;
  #notes;
  #otherLists;
  #closing;
  #sign;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /** @param {HTMLElement} root the element with `data-finder` */
  constructor(root) {
    this.#heading = requireElement(root, "[data-count]", HTMLElement);
    this.#originalHeading = this.#heading.textContent ?? "";
    this.#announcement = requireElement(root, "[data-said]", HTMLElement);
    this.#notes = requireElement(root, "[data-notes]", HTMLElement);
    this.#otherLists = requireElement(root, "[data-elsewhere]", HTMLElement);
    this.#closing = requireElement(root, "[data-show]", HTMLElement);
    this.#sign = requireElement(root, "[data-asking]", HTMLElement);
  }

  get heading() {
    return this.#heading;
  }

  get notes() {
    return this.#notes;
  }

  /** @param {string | null} text null for the heading that the page came with */
  showHeading(text) {
    const heading = text ?? this.#originalHeading;
    this.#heading.textContent = heading;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // What was mended and why nothing was found is said too.
      const notes = [...this.#notes.children].map((note) => note.textContent ?? "");
      this.#announcement.textContent = [heading, ...notes].join(". ");
    }, PAUSE);
  }

  /** Shows, and says, that an answer is sought, where it does not come soon. */
  showBusy() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#sign.classList.add("is-shown");
      this.#announcement.textContent = this.#sign.textContent;
    }, PATIENCE);
  }

  showReady() {
    clearTimeout(this.#waiting);
    this.#sign.classList.remove("is-shown");
  }

  /** @param {string} list what the sheet of filters leads back to */
  showCount(list) {
    this.#closing.textContent = say("show", { list });
  }

  /** @param {Node[]} notes */
  showNotes(notes) {
    this.#notes.replaceChildren(...notes);
    this.#notes.hidden = notes.length === 0;
  }

  /**
   * Links to the pages of the terms that the words name, before the other lists.
   *
   * @param {string} words
   * @param {Node | null} first of the links; gone once something else is asked
   */
  async #showTerms(words, first) {
    const links = termsIn(await loadTerms(), words).map(([label, address]) =>
      element("a", { href: new URL(address, ROOT).href }, say("term-page", { label })),
    );
    if (first === this.#otherLists.firstChild) this.#otherLists.prepend(...links);
  }

  /**
   * The same words may be in lists of other things.
   *
   * @param {string} kind of this list
   * @param {string} words
   */
  showOtherLists(kind, words) {
    const others = words ? LISTS.filter((list) => list !== kind) : [];
    const links = others.map((list) =>
      element("a", { href: listAddress(list, words) }, say(`all-${list}`, { words })),
    );
    this.#otherLists.replaceChildren(...links);
    this.#otherLists.hidden = words === "";
    if (words) void this.#showTerms(words, this.#otherLists.firstChild);
  }
}
