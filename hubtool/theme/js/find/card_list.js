// Results as a list of cards.

import { fetchJson, findElement, parseFromRoot } from "./dom.js";
import { PagedList } from "./paged_list.js";

/**
 * @import { Listing, View } from "./finder.js"
 * @import { Hit } from "./indexes.js"
 * @import { Table } from "./table.js"
 */

const PAGE_SIZE = 24;
const IN_SIGHT = 4; // cards on the first screen, which nothing moves once they are shown

/** @type {Map<string, Promise<string[]>>} cards by the address of their file */
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
  #kind;
  /** @type {Listing | null} */
  #listing = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#pages = new PagedList(root, PAGE_SIZE);
    this.#kind = root.dataset.finder ?? "";
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
  async #cardsFrom({ ids, table, hitsOn }, start) {
    const loading = ids.slice(start, this.#pages.shown).map(async (id, index) => {
      const hits = hitsOn(id);
      const isFirst = start + index < IN_SIGHT;
      // Why the first were found is asked for together with them.
      if (isFirst) void hits[0]?.data().catch(() => null);
      const card = await loadCard(this.#kind, table, id);
      if (card && hits.length > 0) await this.#explain(card, hits, isFirst);
      return card;
    });
    return (await Promise.all(loading)).filter((card) => card !== null);
  }

  /**
   * Shows why a card was found: at once where it is in sight, else when it comes near.
   *
   * @param {Element} card
   * @param {Hit[]} hits
   * @param {boolean} isFirst
   */
  async #explain(card, hits, isFirst) {
    const { showReason, whenNear } = await import("./reasons.js");
    if (isFirst) await showReason(card, hits);
    else whenNear(card, () => void showReason(card, hits));
    if (this.#kind === "films") await appendPassages(card, hits);
  }
}

/**
 * @param {string} kind of the list
 * @param {Table} table
 * @param {string} id of a row
 * @returns {Promise<Element | null>} null where it cannot be had
 */
export async function loadCard(kind, { rowOf, together }, id) {
  const row = rowOf.get(id) ?? 0;
  const address = `assets/find/cards/${kind}-${Math.floor(row / together)}.json`;
  let file = files.get(address);
  if (!file) {
    file = fetchJson(address).catch(() => []);
    files.set(address, file);
  }
  const html = (await file)[row % together];
  return html === undefined ? null : parseFromRoot(html).firstElementChild;
}

/**
 * @param {Element} film
 * @param {Hit[]} hits
 */
async function appendPassages(film, hits) {
  const { passageList } = await import("./passages.js");
  const list = await passageList(hits);
  if (list) film.append(list);
}
