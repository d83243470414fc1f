// Entries that repeat (places, partners, lessons …), made from the templates of the page.

import { element } from "../find/dom.js";

let count = 0;

/**
 * @param {string} model
 * @returns {boolean} whether the questions about *model* are there: most come with the whole form
 */
export function hasQuestions(model) {
  return document.querySelector(`template[data-model="${model}"]`) !== null;
}

/**
 * @param {string} model
 * @returns {DocumentFragment} the questions about one *model*, with ids of their own
 */
export function questionsAbout(model) {
  const template = document.querySelector(`template[data-model="${model}"]`);
  if (!(template instanceof HTMLTemplateElement))
    throw new Error(`there is no template for ${model}`);
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  count += 1;
  for (const attribute of ["id", "for", "aria-describedby", "aria-labelledby"]) {
    for (const node of copy.querySelectorAll(`[${attribute}]`)) {
      const names = (node.getAttribute(attribute) ?? "").split(" ");
      node.setAttribute(attribute, names.map((name) => `${name}-${count}`).join(" "));
    }
  }
  return copy;
}

/**
 * @param {HTMLElement} list
 * @returns {HTMLElement} where the entries of *list* stand
 */
export function itemsOf(list) {
  return /** @type {HTMLElement} */ (list.querySelector("[data-items]"));
}

/** @param {HTMLElement} list */
export function addItem(list) {
  const items = itemsOf(list);
  items.append(questionsAbout(list.dataset.list ?? ""));
  const item = /** @type {HTMLElement} */ (items.lastElementChild);
  prepare(item);
  nameItems(list);
  return item;
}

/**
 * Gives *list* as many entries as are asked for.
 *
 * @param {HTMLElement} list
 * @param {number} length
 */
export function setLength(list, length) {
  const items = itemsOf(list);
  const wanted = Math.max(length, Number(list.dataset.least));
  while (items.children.length > wanted) items.lastElementChild?.remove();
  while (items.children.length < wanted) addItem(list);
  nameItems(list);
}

/** @param {HTMLElement} list */
export function nameItems(list) {
  const least = Number(list.dataset.least);
  const { noun = "" } = list.dataset;
  for (const [index, item] of [...itemsOf(list).children].entries()) {
    const name = item.querySelector("[data-name]");
    if (name) name.textContent = `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)} ${index + 1}`;
    const button = item.querySelector("[data-remove]");
    if (button instanceof HTMLElement) {
      button.hidden = index < least;
      button.querySelector(".visually-hidden")?.remove();
      button.append(element("span", { class: "visually-hidden" }, ` ${noun} ${index + 1}`));
    }
  }
}

/**
 * Fills the groups in *parent* that are asked about at once: money, payment, who decided …
 *
 * @param {ParentNode} parent
 */
export function prepare(parent) {
  for (const group of parent.querySelectorAll("[data-group]")) {
    const inside = group.querySelector(":scope > [data-inside]");
    const { group: model = "" } = /** @type {HTMLElement} */ (group).dataset;
    if (!inside || inside.childElementCount > 0 || !hasQuestions(model)) continue;
    inside.append(questionsAbout(model));
    prepare(inside);
  }
}
