// A list with its facets: the address says what a reader asks; the list and the counts follow.

import { Chips } from "./chips.js";
import { element, eventPart, findElement, requireElement } from "./dom.js";
import { FinderForm, SHEET } from "./form.js";
import { loadSearch, loadTable, requestSearch } from "./loading.js";
import { resultsOf } from "./results.js";
import { isEmpty, parseState, queryString, withoutPart } from "./state.js";
import { Status } from "./status.js";
import { say } from "./words.js";

/**
 * @import { Hit } from "./indexes.js"
 * @import { ScopedTable } from "./loading.js"
 * @import { Results } from "./results.js"
 * @import { State } from "./state.js"
 * @import { Table } from "./table.js"
 * @import { WordMatches } from "./word_search.js"
 */

/**
 * @typedef {{
 *   ids: string[],
 *   table: Table,
 *   passes: Uint8Array,
 *   hitsOn: (id: string) => Hit[],
 *   isCurrent: () => boolean,
 * }} Listing
 * the ids in the order asked for, and a sign for every row; `isCurrent` until something else is
 * asked
 *
 * @typedef {{
 *   load: () => Promise<unknown>,
 *   countText: (count: string, passes: Uint8Array) => string,
 *   show: (listing: Listing | null) => Promise<void>,
 *   startOver: () => void,
 *   resume: () => void,
 * }} View
 * shows a listing, or the page's own list for null; of a long list it starts over with the first,
 * or resumes with as many as were there
 */

const PAUSE = 250; // milliseconds after the last key

/** @param {HTMLElement} root the element with `data-finder` */
export async function attachFinder(root) {
  const loading = root.dataset.places ? import("./place_list.js") : import("./card_list.js");
  const { createView } = await loading;
  new Finder(root, createView(root)).start();
  root.dataset.awake = "";
}

class Finder {
  #root;
  #kind;
  #view;
  #form;
  #status;
  #chips;
  /** @type {Promise<ScopedTable> | undefined} */
  #table;
  /** How many requests there were: an answer to an earlier one is dropped. */
  #requests = 0;
  #query = location.search;
  #hash = location.hash;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} root
   * @param {View} view
   */
  constructor(root, view) {
    this.#root = root;
    this.#kind = root.dataset.finder ?? "";
    this.#view = view;
    this.#form = new FinderForm(root);
    this.#status = new Status(root);
    this.#chips = new Chips(root, this.#status.heading, (part) => this.#remove(part));
  }

  start() {
    this.#listenToForm();
    this.#listenToWords();
    this.#status.notes.addEventListener("click", (event) => this.#useNote(event));
    findElement(this.#root, "[data-clear]")?.addEventListener("click", () => this.#remove(""));
    addEventListener("popstate", () => this.#followHistory());
    const isAsked = !isEmpty(parseState(location.search, this.#form.isKnown));
    if (new URLSearchParams(location.search).get("q")) requestSearch(this.#kind);
    if (isAsked) this.#readAddress();
    else if (this.#form.checkedBoxes().length > 0) this.#go("replace");
    else this.#showOriginal();
  }

  #listenToForm() {
    const { element: form, sorting } = this.#form;
    form.addEventListener("change", (event) => {
      if (event.target !== this.#form.words) this.#go("push");
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    sorting.onChange(() => this.#go("push"));
  }

  #listenToWords() {
    const { words } = this.#form;
    words?.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#searchWords("push");
    });
    words?.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#form.offerRelevance(); // at once: an order that is chosen meanwhile stays
      // The first letters are a step of their own; more of the same words are not.
      const how = new URLSearchParams(location.search).has("q") ? "replace" : "push";
      this.#timer = setTimeout(() => this.#searchWords(how), PAUSE);
    });
  }

  /** @param {Event} event a click on words that a note suggests */
  #useNote(event) {
    const button = eventPart(event, "[data-words]");
    const { words } = this.#form;
    if (!button || !words) return;
    words.value = button.dataset.words ?? "";
    this.#searchWords("push");
    words.focus();
  }

  #followHistory() {
    // A jump to another part of the same list changes nothing here.
    const isJump = location.search === this.#query && location.hash !== this.#hash;
    this.#hash = location.hash;
    if (!isJump) this.#readAddress();
  }

  #readAddress() {
    this.#view.resume();
    this.#form.fill(parseState(location.search, this.#form.isKnown));
    void this.#update(this.#form.state);
  }

  /** Shows the list as the page has it, and loads what a filter will need. */
  #showOriginal() {
    showList();
    this.#view.resume();
    void this.#view.show(null);
    const load = () => void this.#loadTable().catch(() => undefined); // `#update` reports it
    if (this.#root.dataset.within) this.#root.addEventListener("pointerover", load, { once: true });
    else load();
  }

  /** @param {"push" | "replace"} how */
  #searchWords(how) {
    clearTimeout(this.#timer);
    this.#form.offerRelevance();
    this.#go(how);
  }

  /** @param {string} part */
  #remove(part) {
    this.#form.fill(withoutPart(this.#form.state, part));
    this.#go("push");
  }

  /**
   * Writes the state of the form into the address, and shows its results.
   *
   * @param {"push" | "replace"} how
   */
  #go(how) {
    const { state } = this.#form;
    const query = queryString(state);
    const sheet = location.hash === SHEET ? SHEET : "";
    const address = `${location.pathname}${query}${sheet}`;
    this.#view.startOver();
    if (location.search !== query) {
      if (how === "push") history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
    void this.#update(state);
  }

  /** @param {State} state */
  async #update(state) {
    this.#requests += 1;
    const request = this.#requests;
    const isCurrent = () => request === this.#requests;
    ({ search: this.#query, hash: this.#hash } = location);
    this.#root.setAttribute("aria-busy", "true");
    this.#status.showBusy();
    linkOtherViews(state);
    try {
      await this.#show(state, isCurrent);
    } catch (error) {
      if (!isCurrent()) return;
      this.#status.showNotes([element("p", {}, say("failed"))]);
      console.error(error);
    } finally {
      if (isCurrent()) {
        this.#root.removeAttribute("aria-busy");
        this.#status.showReady();
        showList();
      }
    }
  }

  /**
   * @param {State} state
   * @param {() => boolean} isCurrent
   */
  async #show(state, isCurrent) {
    const [scoped] = await Promise.all([this.#loadTable(), this.#view.load()]);
    const matches = state.words ? await this.#wordMatches(state.words) : null;
    if (!isCurrent()) return;
    const { table, scope } = scoped;
    const usual = this.#form.sorting.usual;
    const results = resultsOf(table, scope, state, usual, matches?.rows ?? null);
    this.#showStatus(scoped, state, results, matches?.notes ?? []);
    const { ids, sifted } = results;
    const hitsOn = (/** @type {string} */ id) => matches?.hits.get(table.rowOf.get(id) ?? -1) ?? [];
    const isPlain = this.#form.isPlain(state);
    await this.#view.show(
      isPlain ? null : { ids, table, passes: sifted.passes, hitsOn, isCurrent },
    );
    if (isCurrent()) document.documentElement.classList.toggle("is-sifted", !isPlain);
  }

  /**
   * @param {ScopedTable} scoped
   * @param {State} state
   * @param {Results} results
   * @param {Node[]} notes
   */
  #showStatus({ table }, state, { ids, total, sifted }, notes) {
    const { count } = sifted;
    this.#form.showCounts(table, sifted);
    this.#chips.show(state.words, this.#form.checkedBoxes());
    const none = count === 0 && notes.length === 0 ? [element("p", {}, say("none"))] : [];
    this.#status.showNotes([...notes, ...none]);
    this.#status.showOtherLists(this.#kind, state.words);
    const text = say(count === total ? this.#kind : `${this.#kind}-of`, { n: count, all: total });
    const isPlain = this.#form.isPlain(state);
    this.#status.showHeading(isPlain ? null : this.#view.countText(text, sifted.passes));
    this.#status.showCount(say(this.#kind, { n: count }));
    if (this.#kind === "cases") void this.#showDownloads(table, ids, state);
    this.#root.dispatchEvent(new CustomEvent("found", { detail: { count, total, ids, state } }));
  }

  /**
   * @param {Table} table
   * @param {string[]} ids
   * @param {State} state
   */
  async #showDownloads(table, ids, state) {
    const { showDownloads } = await import("./downloads.js");
    const parent = requireElement(this.#root, "[data-take]", HTMLElement);
    const { feed } = this.#root.dataset;
    showDownloads(parent, { ids, state, feed, table, columns: this.#form.columns() });
  }

  /**
   * @param {string} words
   * @returns {Promise<WordMatches>}
   */
  async #wordMatches(words) {
    const [{ searchList }] = await loadSearch();
    return searchList(this.#kind, words);
  }

  #loadTable() {
    this.#table ??= loadTable(this.#root);
    return this.#table;
  }
}

/** Shows the list: until its address is read, the page hides it. */
function showList() {
  document.documentElement.classList.remove("is-asked");
}

/**
 * Lets the links to other ways of showing the same take along what is asked.
 *
 * @param {State} state
 */
function linkOtherViews(state) {
  const links = document.querySelectorAll("a[data-other]");
  for (const link of links) /** @type {HTMLAnchorElement} */ (link).search = queryString(state);
}
