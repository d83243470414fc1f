// Draws into the form what the script knows: entries, countries, terms, stages, and how long a text
// is.

import { element } from "../find/dom.js";
import { attachChoice } from "./choice.js";
import { controlRoute } from "./controls.js";
import { hasQuestions, prepare, setLength } from "./groups.js";
import { drawReadings, drawStages } from "./own.js";
import { filled } from "./phrases.js";
import { valueAt } from "./record.js";

/**
 * @import { Table } from "./check.js"
 * @import { Data } from "./record.js"
 */

/**
 * Gives each list as many entries as the record has, outer lists first.
 *
 * @param {ParentNode} parent
 * @param {Data} record
 */
export function drawLists(parent, record) {
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (
    parent.querySelectorAll("[data-list]")
  )) {
    if (!hasQuestions(list.dataset.list ?? "")) continue;
    const value = valueAt(record, controlRoute(list));
    setLength(list, Array.isArray(value) ? value.length : 0);
  }
}

/**
 * @param {ParentNode} parent
 * @param {Table} table
 * @param {Record<string, string>} words
 */
export function dress(parent, table, words) {
  prepare(parent);
  drawStages(parent, table);
  prepare(parent);
  drawReadings(parent, table, words);
  for (const select of parent.querySelectorAll("select[data-country]")) {
    if (select.childElementCount > 1) continue;
    const names = Object.entries(table.lists.countries);
    names.sort(([, first], [, second]) => first.localeCompare(second));
    select.append(...names.map(([value, name]) => element("option", { value }, name)));
  }
  for (const choice of /** @type {NodeListOf<HTMLDetailsElement>} */ (
    parent.querySelectorAll("details.choice:not([data-is-dressed])")
  )) {
    choice.dataset.isDressed = "yes";
    attachChoice(choice, table, words);
  }
}

/**
 * Says how much of a text's limit is used.
 *
 * @param {HTMLElement} control
 * @param {Record<string, string>} words
 */
export function showCount(control, words) {
  const { limit } = control.dataset;
  if (!limit) return;
  const length = [.../** @type {HTMLInputElement} */ (control).value.trim()].length;
  const text = filled(words.count, { n: length, most: limit });
  const place =
    control.nextElementSibling ?? element("p", { class: "left", id: `${control.id}-n` });
  if (!place.isConnected) {
    control.after(place);
    const described = control.getAttribute("aria-describedby") ?? "";
    control.setAttribute("aria-describedby", `${described} ${place.id}`.trim());
  }
  place.textContent = text;
}
