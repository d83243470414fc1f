// A search box with suggestions below it (the combobox of the ARIA Authoring Practices).

import { element, eventPart } from "./find/dom.js";
import { requestIndexes } from "./find/word_index.js";
import { say } from "./find/words.js";

const PAUSE = 180; // milliseconds after the last key
const PATIENCE = 400; // milliseconds without an answer after which a sign shows that one is sought
const SHORTEST = 2; // letters

/** Loads the search for readers who come to look for something: all of its modules at once. */
const loadSearch = () =>
  Promise.all([
    import("./find/suggestions.js"),
    import("./suggestion_list.js"),
    import("./find/fold.js"),
    import("./find/indexes.js"),
    import("./find/slips.js"),
    import("./find/spelling.js"),
    import("./find/terms.js"),
    import("./find/word_search.js"),
  ]);

/** @param {HTMLFormElement} form */
export function attachSearch(form) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const label = form.querySelector("label")?.textContent ?? "";
  new SearchBox(form, input, createList(`${input.id}-found`, label)).listen();
}

class SearchBox {
  #form;
  #input;
  #list;
  #status;
  /** How many requests there were: an answer to an earlier one is dropped. */
  #requests = 0;
  /** @type {number | null} the position of the option that is chosen */
  #active = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   */
  constructor(form, input, list) {
    this.#form = form;
    this.#input = input;
    this.#list = list;
    this.#status = element("p", { class: "visually-hidden", role: "status" });
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-autocomplete", "list");
    form.append(list, this.#status);
  }

  listen() {
    this.#listenToInput();
    this.#listenToList();
    this.#form.addEventListener("focusout", ({ relatedTarget }) => {
      const isInside = relatedTarget instanceof Node && this.#form.contains(relatedTarget);
      if (!isInside) this.#toggle(false);
    });
    this.#form.addEventListener("submit", () => {
      this.#requests += 1;
      clearTimeout(this.#timer);
      this.#toggle(false);
    });
  }

  #listenToInput() {
    const prepare = () => {
      requestIndexes("pages", false);
      void loadSearch().then(([suggestions]) => suggestions.prepare());
    };
    this.#input.addEventListener("focus", prepare, { once: true });
    this.#input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#suggest(), PAUSE);
    });
    this.#input.addEventListener("keydown", (event) => {
      const action = this.#list.hidden ? this.#closedAction(event) : this.#openAction(event);
      if (!action) return;
      event.preventDefault();
      action();
    });
  }

  #listenToList() {
    // A click must not take the focus from the box before it has opened the link.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      if (eventPart(event, "a")) this.#toggle(false);
    });
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {(() => void) | undefined} what the key does while the list is closed
   */
  #closedAction({ key }) {
    return key === "ArrowDown" ? () => void this.#suggest() : undefined;
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {(() => void) | undefined} what the key does while the list is open
   */
  #openAction(event) {
    const { key } = event;
    if (key === "Escape") {
      return () => {
        event.stopPropagation();
        this.#toggle(false);
      };
    }
    const options = this.#options();
    if (options.length > 0 && (key === "ArrowDown" || key === "ArrowUp")) {
      return () => this.#choose(nextOption(this.#active, key, options.length));
    }
    const active = this.#active;
    if (key === "Enter" && active !== null) return () => options[active]?.click();
    return undefined;
  }

  /** @returns {HTMLAnchorElement[]} */
  #options() {
    return [...this.#list.querySelectorAll('[role="option"]')].filter(
      (option) => option instanceof HTMLAnchorElement,
    );
  }

  /** @param {boolean} isOpen */
  #toggle(isOpen) {
    this.#list.hidden = !isOpen;
    this.#input.setAttribute("aria-expanded", String(isOpen));
    this.#choose(null);
  }

  /** @param {number | null} index of the option; null for none */
  #choose(index) {
    const options = this.#options();
    this.#active = options.length > 0 ? index : null;
    for (const [position, option] of options.entries()) {
      option.setAttribute("aria-selected", String(position === this.#active));
    }
    const active = this.#active === null ? undefined : options[this.#active];
    if (!active) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    this.#input.setAttribute("aria-activedescendant", active.id);
    active.scrollIntoView({ block: "nearest" });
  }

  async #suggest() {
    const words = this.#input.value.trim();
    this.#requests += 1;
    const request = this.#requests;
    if (words.length < SHORTEST) {
      this.#toggle(false);
      return;
    }
    const waiting = setTimeout(() => {
      if (request === this.#requests) this.#show([searchNote(say("searching"))], say("searching"));
    }, PATIENCE);
    const [{ suggestions }, { missingIndex, suggestionList }] = await loadSearch();
    const answer = await suggestions(words);
    clearTimeout(waiting);
    if (request !== this.#requests) return;
    const { content, status } = answer ? suggestionList(words, answer) : missingIndex();
    this.#show(content, status);
  }

  /**
   * @param {HTMLElement[]} content of the list
   * @param {string} status what is read out
   */
  #show(content, status) {
    this.#list.replaceChildren(...content);
    for (const [index, option] of this.#options().entries()) {
      option.id = `${this.#list.id}-${index}`;
    }
    this.#status.textContent = status;
    this.#toggle(true);
  }
}

/** @param {string} text */
function searchNote(text) {
  return element("p", { class: "search-note" }, text);
}

/**
 * @param {string} id
 * @param {string} label
 */
function createList(id, label) {
  const attributes = { role: "listbox", tabindex: "-1", "aria-label": label };
  const list = element("div", { class: "suggestions", id, ...attributes });
  list.hidden = true;
  return list;
}

/**
 * Between the last option and the first lies the box itself, where none is chosen.
 *
 * @param {number | null} active
 * @param {"ArrowDown" | "ArrowUp"} key
 * @param {number} count
 * @returns {number | null}
 */
export function nextOption(active, key, count) {
  if (key === "ArrowDown") {
    const next = active === null ? 0 : active + 1;
    return next === count ? null : next;
  }
  if (active === null) return count - 1;
  return active === 0 ? null : active - 1;
}
