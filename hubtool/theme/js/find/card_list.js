// Results as a list of cards.

import { fetchJson, findElement, parseFromRoot } from "./dom.js";
import { PagedList } from "./paged_list.js";

/**
 * @import { Listing, View } from "./finder.js"
 * @import { Hit } from "./indexes.js"
 */

const PAGE_SIZE = 24;

/** @type {Map<string, Promise<Record<string, string>>>} the cards of each case */
const files = new Map();

/**
 * @param {HTMLElement} root
 * @returns {View}
 */
export function createView(root) {
  return new CardList(root);
}

/** @implements {View} */
class CardList {
  #pages;
  #isOfFilms;
  /** @type {Listing | null} */
  #listing = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#pages = new PagedList(root, PAGE_SIZE);
    this.#isOfFilms = root.dataset.finder === "films";
    this.#pages.onMore(() => void this.#showMore());
  }

  async load() {}

  /** @param {string} count */
  countText(count) {
    return count;
  }

  startOver() {
    this.#pages.startOver();
  }

  resume() {
    this.#pages.resume();
  }

  /** @param {Listing | null} listing */
  async show(listing) {
    this.#listing = listing;
    const cards = listing ? await this.#cardsFrom(listing, 0) : [];
    if (listing && !listing.isCurrent()) return;
    this.#pages.list.replaceChildren(...cards);
    if (listing) this.#pages.showResults(listing.ids.length);
    else await this.#pages.showOriginal();
  }

  async #showMore() {
    const before = this.#pages.extend();
    const cards = this.#listing
      ? await this.#moreResults(this.#listing, before)
      : await this.#pages.extendOriginal();
    // The button moves down: a reader who pressed it goes on with the first new card.
    findElement(cards[0], "a[href]")?.focus({ preventScroll: true });
  }

  /**
   * @param {Listing} listing
   * @param {number} start
   */
  async #moreResults(listing, start) {
    const cards = await this.#cardsFrom(listing, start);
    if (!listing.isCurrent()) return [];
    this.#pages.list.append(...cards);
    this.#pages.showResults(listing.ids.length);
    return cards;
  }

  /**
   * @param {Listing} listing
   * @param {number} start
   * @returns {Promise<Element[]>} the cards from there on, as far as results are shown
   */
  async #cardsFrom({ ids, hitsOn }, start) {
    const loading = ids.slice(start, this.#pages.shown).map(async (id) => {
      const card = await loadCard(id);
      if (card && this.#isOfFilms) await appendPassages(card, hitsOn(id));
      return card;
    });
    return (await Promise.all(loading)).filter((card) => card !== null);
  }
}

/**
 * @param {string} id of a case, or of a lesson or film as `case#id`
 * @returns {Promise<Element | null>} null where it cannot be had
 */
async function loadCard(id) {
  const [owner] = id.split("#", 1);
  let file = files.get(owner);
  if (!file) {
    file = fetchJson(`assets/find/cards/${owner}.json`).catch(() => ({}));
    files.set(owner, file);
  }
  const html = (await file)[id];
  return html === undefined ? null : parseFromRoot(html).firstElementChild;
}

/**
 * @param {Element} film
 * @param {Hit[]} hits
 */
async function appendPassages(film, hits) {
  if (hits.length === 0) return;
  const { passageList } = await import("./passages.js");
  const list = await passageList(hits);
  if (list) film.append(list);
}
