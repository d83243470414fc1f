// References to parts of the same case, who decided at each stage, and where partners see it
// differently.

import { element } from "../find/dom.js";
import { hasQuestions, questionsAbout } from "./groups.js";
import { isMapping } from "./record.js";

/**
 * @import { Table, Term } from "./check.js"
 * @import { Data } from "./record.js"
 *
 * @typedef {[string, string]} Option an id and the words for it
 */

/** @type {Record<string, string[]>} the lists whose entries each reference can name */
const LISTS = {
  partner: ["partners"],
  party: ["partners", "funders"],
  maker: ["partners"],
  source: ["sources"],
  evidence: ["sources", "films"],
  film: ["films"],
  "own-lesson": ["lessons"],
};

/**
 * Offers the parts of *record* wherever one of them can be named.
 *
 * @param {ParentNode} parent
 * @param {Data} record with ids
 * @param {Table} table
 * @param {Record<string, string>} words
 */
export function offerOwn(parent, record, table, words) {
  const controls = /** @type {NodeListOf<HTMLElement>} */ (parent.querySelectorAll("[data-own]"));
  for (const control of controls) {
    const options = optionsOf(control.dataset.own ?? "", record, table, words);
    if (control instanceof HTMLSelectElement) fillSelect(control, options);
    else fillChecks(control, options, words);
  }
}

/**
 * @param {string} refers
 * @param {Data} record
 * @param {Table} table
 * @param {Record<string, string>} words
 * @returns {Option[]}
 */
function optionsOf(refers, record, table, words) {
  const own = LISTS[refers].flatMap((key) => entriesOf(record[key]));
  if (refers === "party") return [...own, ["together", words.together]];
  if (refers !== "maker") return own;
  const voices = entries(table.schemes.voices);
  return [...own, ...voices.map(([id, term]) => /** @type {Option} */ ([id, term.label]))];
}

/**
 * @param {unknown} list
 * @returns {Option[]}
 */
function entriesOf(list) {
  const parts = Array.isArray(list) ? list.filter(isMapping) : [];
  return parts
    .filter(({ id }) => typeof id === "string")
    .map(({ id, name, org, title, lesson }) => [
      String(id),
      String(name ?? org ?? title ?? lesson ?? id),
    ]);
}

/**
 * @param {HTMLSelectElement} select
 * @param {Option[]} options
 */
function fillSelect(select, options) {
  const { value } = select;
  const rows = options.map(([id, label]) => element("option", { value: id }, label));
  select.replaceChildren(select.options[0], ...rows);
  if (value && !options.some(([id]) => id === value)) {
    select.append(element("option", { value }, value));
  }
  select.value = value;
}

/**
 * @param {HTMLElement} group
 * @param {Option[]} options
 * @param {Record<string, string>} words
 */
function fillChecks(group, options, words) {
  const checked = [...group.querySelectorAll("input")].filter((input) => input.checked);
  const values = checked.map((input) => input.value);
  const unknown = values.filter((value) => !options.some(([id]) => id === value));
  const rows = [...options, ...unknown.map((id) => /** @type {Option} */ ([id, id]))];
  group.replaceChildren(
    ...rows.map(([id, label]) => {
      const input = element("input", { type: "checkbox", value: id });
      input.checked = values.includes(id);
      return element("label", { class: "option" }, input, element("b", {}, label));
    }),
  );
  if (rows.length === 0) group.append(element("p", { class: "left" }, words.none));
}

/**
 * Draws the questions about each stage, once.
 *
 * @param {ParentNode} parent
 * @param {Table} table
 */
export function drawStages(parent, table) {
  if (!hasQuestions("StageReading")) return;
  const stages = entries(table.schemes.stages).filter(([, term]) => !term.is_for_lessons);
  for (const place of parent.querySelectorAll("[data-stages]")) {
    if (place.childElementCount > 0) continue;
    for (const [id, { label }] of stages) {
      const group = element("details", { class: "more", "data-key": id });
      group.append(element("summary", {}, label), questionsAbout("StageReading"));
      place.append(group);
    }
  }
}

/**
 * Draws a choice of readings for each voice, once.
 *
 * @param {ParentNode} parent
 * @param {Table} table
 * @param {Record<string, string>} words
 */
export function drawReadings(parent, table, words) {
  const levels = entries(table.schemes.power).filter(([id]) => id !== "disputed");
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (
    parent.querySelectorAll("[data-readings]")
  )) {
    if (place.querySelector("select")) continue;
    for (const [voice, { label }] of entries(table.schemes.voices)) {
      const options = levels.map(([value, term]) => element("option", { value }, term.label));
      const select = element("select", { class: "input", "data-key": voice });
      select.append(element("option", { value: "" }, words["not-chosen"]), ...options);
      place.append(element("label", { class: "pair" }, element("b", {}, label), select));
    }
  }
}

/**
 * @param {Record<string, Term>} terms
 * @returns {[string, Term][]}
 */
function entries(terms) {
  return Object.entries(terms ?? {}).filter(([, term]) => !term.is_group);
}
