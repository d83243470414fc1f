// What a reader asks for: the boxes of the facets, the words and the order, as one state.

import { part } from "./dom.js";
import { sortingOf } from "./sorting.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./table.js").Table} Table
 * @typedef {import("./table.js").Sifted} Sifted
 */

/** @param {HTMLElement} root the element with `data-finder` */
export function formOf(root) {
  const form = part(root, "form.facets", HTMLFormElement);
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('input[type="checkbox"]')]);
  const known = new Set(boxes.map((box) => `${box.name}=${box.value}`));
  const words = wordsInput(form);
  const sorting = sortingOf(root);
  const typed = () => words?.value.trim() ?? "";
  fold(root, form);

  return {
    form,
    words,
    sorting,
    /** @type {(name: string, value: string) => boolean} */
    isKnown: (name, value) => known.has(`${name}=${value}`),
    checked: () => boxes.filter((box) => box.checked),

    /** @returns {State} */
    state() {
      /** @type {Map<string, Set<string>>} */
      const chosen = new Map();
      for (const box of boxes) {
        if (box.checked) chosen.set(box.name, (chosen.get(box.name) ?? new Set()).add(box.value));
      }
      return { words: typed(), chosen, sort: sorting.chosen(typed() !== "") };
    },

    /** @param {State} state */
    fill(state) {
      for (const box of boxes) box.checked = state.chosen.get(box.name)?.has(box.value) ?? false;
      if (words && typed() !== state.words) words.value = state.words;
      sorting.fill(state.sort, state.words !== "");
    },

    offerRelevance: () => sorting.offerRelevance(typed() !== ""),

    /**
     * @param {Table} rows
     * @param {Sifted} sifted
     */
    showCounts(rows, { counts }) {
      for (const box of boxes) {
        const place = rows.facets.get(box.name)?.places.get(box.value);
        const count = (place === undefined ? 0 : counts.get(box.name)?.[place]) ?? 0;
        const item = box.closest("li");
        const shown = item?.querySelector(".c");
        const text = String(count);
        if (shown && shown.textContent !== text) shown.textContent = text;
        item?.classList.toggle("z", count === 0);
      }
    },

    /** @returns {import("./take.js").Column[]} each facet with what its values are called */
    columns() {
      return [...form.querySelectorAll("details.facet")].map((facet) => {
        const inside = /** @type {HTMLInputElement[]} */ ([...facet.querySelectorAll("input")]);
        const labels = new Map(inside.map((box) => [box.value, labelOf(box)]));
        return { name: inside[0]?.name ?? "", words: facet.querySelector("summary")?.textContent ?? "", labels };
      });
    },
  };
}

/** @param {HTMLInputElement} box */
export function labelOf(box) {
  return box.closest("label")?.querySelector("span")?.textContent ?? box.value;
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement | null} where the words for this list are typed
 */
function wordsInput(form) {
  const inside = form.elements.namedItem("q");
  if (inside instanceof HTMLInputElement) return inside;
  const box = document.querySelector("form[data-words] input[name='q']");
  return box instanceof HTMLInputElement ? box : null;
}

/**
 * On a phone the facets are folded away behind a button.
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 */
function fold(root, form) {
  const button = root.querySelector(".flb");
  if (!(button instanceof HTMLElement)) return;
  const show = (/** @type {boolean} */ isOpen) => {
    form.classList.toggle("is-open", isOpen);
    button.setAttribute("aria-expanded", String(isOpen));
  };
  button.addEventListener("click", () => show(!form.classList.contains("is-open")));
  form.addEventListener("keydown", (event) => {
    // In a box with words in it the key takes those away first.
    const isWritten = event.target instanceof HTMLInputElement && event.target.type === "search" && event.target.value !== "";
    if (event.key !== "Escape" || isWritten || !form.classList.contains("is-open")) return;
    show(false);
    button.focus();
  });
}
