// What a reader asks for: the boxes of the facets, the words and the order, as one state.

import { findElement, requireElement } from "./dom.js";
import { sortingOf } from "./sorting.js";
import { addValue, isEmpty } from "./state.js";

/**
 * @import { FacetLabels } from "./downloads.js"
 * @import { Chosen, State } from "./state.js"
 * @import { Sifted, Table } from "./table.js"
 */

/** The address of the sheet of filters. */
export const SHEET = "#filters";

export class FinderForm {
  #boxes;
  #known;

  /** @param {HTMLElement} root the element with `data-finder` */
  constructor(root) {
    this.element = requireElement(root, "form.facets", HTMLFormElement);
    this.words = wordsInput(root, this.element);
    this.sorting = sortingOf(root);
    this.#boxes = inputsIn(this.element, 'input[type="checkbox"]');
    this.#known = new Set(this.#boxes.map((box) => `${box.name}=${box.value}`));
    attachSheet(root, this.element);
  }

  /** @returns {State} */
  get state() {
    /** @type {Chosen} */
    const chosen = new Map();
    for (const box of this.checkedBoxes()) addValue(chosen, box.name, box.value);
    const words = this.#typedWords();
    return { words, chosen, sort: this.sorting.order(words !== "") };
  }

  checkedBoxes() {
    return this.#boxes.filter((box) => box.checked);
  }

  /** @type {(facet: string, value: string) => boolean} */
  isKnown = (facet, value) => this.#known.has(`${facet}=${value}`);

  /**
   * @param {State} state
   * @returns {boolean} whether it asks for nothing that the page does not show by itself
   */
  isPlain(state) {
    return isEmpty(this.sorting.isShown ? state : { ...state, sort: "" });
  }

  /** @param {State} state */
  fill({ words, chosen, sort }) {
    for (const box of this.#boxes) box.checked = chosen.get(box.name)?.has(box.value) ?? false;
    if (this.words && this.#typedWords() !== words) this.words.value = words;
    this.sorting.fill(sort, words !== "");
  }

  offerRelevance() {
    this.sorting.offerRelevance(this.#typedWords() !== "");
  }

  /**
   * @param {Table} table
   * @param {Sifted} sifted
   */
  showCounts(table, { counts }) {
    for (const box of this.#boxes) {
      const position = table.facets.get(box.name)?.positions.get(box.value);
      const count = (position === undefined ? 0 : counts.get(box.name)?.[position]) ?? 0;
      showCount(box, count);
    }
  }

  /** @returns {FacetLabels[]} each facet with the labels of its values */
  columns() {
    return [...this.element.querySelectorAll("details.facet")].map((facet) => {
      const boxes = inputsIn(facet, "input");
      return {
        name: boxes[0]?.name ?? "",
        label: facet.querySelector("summary")?.textContent ?? "",
        labels: new Map(boxes.map((box) => [box.value, labelOf(box)])),
      };
    });
  }

  #typedWords() {
    return this.words?.value.trim() ?? "";
  }
}

/** @param {HTMLInputElement} box */
export function labelOf(box) {
  return box.closest("label")?.querySelector("span")?.textContent ?? box.value;
}

/**
 * @param {Element} parent
 * @param {string} selector
 */
function inputsIn(parent, selector) {
  return /** @type {HTMLInputElement[]} */ ([...parent.querySelectorAll(selector)]);
}

/**
 * @param {HTMLInputElement} box
 * @param {number} count
 */
function showCount(box, count) {
  const item = box.closest("li");
  const label = item?.querySelector(".facet-count");
  const text = String(count);
  if (label && label.textContent !== text) label.textContent = text;
  item?.classList.toggle("is-empty", count === 0);
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement | null} where the words for this list are typed
 */
function wordsInput({ dataset: { searchLabel, searchExample = "" } }, form) {
  const own = form.elements.namedItem("q");
  if (own instanceof HTMLInputElement) return own;
  const input = document.getElementById("head-search");
  if (!searchLabel || !(input instanceof HTMLInputElement)) return null;
  input.form?.setAttribute("aria-label", searchLabel);
  input.setAttribute("aria-label", searchLabel);
  input.placeholder = searchExample;
  return input;
}

/**
 * On a phone the facets are a sheet, which its address opens.
 *
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 */
function attachSheet(root, form) {
  form.addEventListener("keydown", (event) => {
    // In a box with words the key removes those first.
    if (event.key !== "Escape" || isFilledSearchBox(event.target)) return;
    if (location.hash !== SHEET) return;
    findElement(root, "[data-show]")?.click();
    findElement(root, `a[href="${SHEET}"]`)?.focus({ preventScroll: true });
  });
}

/** @param {EventTarget | null} target */
function isFilledSearchBox(target) {
  return target instanceof HTMLInputElement && target.type === "search" && target.value !== "";
}
