// A choice from a vocabulary: closed it says the word and its meaning, open it is searched by name,
// meaning or synonym.

import { element, requireElement } from "../find/dom.js";
import { filled } from "./phrases.js";

/**
 * @import { Table, Term } from "./check.js"
 *
 * @typedef {Record<string, string>} Words
 * @typedef {{ row: HTMLElement, term: Term, definition: string }} Row
 */

const MANY = 9; // terms that are taken in without a search

let count = 0;

/**
 * @param {HTMLDetailsElement} choice
 * @param {Table} table
 * @param {Words} words
 */
export function attachChoice(choice, table, words) {
  const scheme = choice.dataset.vocabulary ?? "";
  // Those of the whole form come later.
  const terms = () => table.schemes[scheme] ?? {};
  const inner = requireElement(choice, ".inner", HTMLElement);
  choice.addEventListener("toggle", () => {
    if (choice.open && inner.childElementCount === 0) drawTerms(choice, inner, terms(), words);
    describe(choice, terms(), words);
  });
  choice.addEventListener("filled", () => {
    const values = chosen(choice);
    for (const input of inner.querySelectorAll("input[name]")) {
      /** @type {HTMLInputElement} */ (input).checked = values.includes(
        /** @type {HTMLInputElement} */ (input).value,
      );
    }
    describe(choice, terms(), words);
  });
  describe(choice, terms(), words);
}

/** @param {HTMLElement} choice */
function chosen(choice) {
  return /** @type {string[]} */ (JSON.parse(choice.dataset.value ?? "[]"));
}

/**
 * @param {HTMLDetailsElement} choice
 * @param {Record<string, Term>} terms
 * @param {Words} words
 */
function describe(choice, terms, words) {
  const summary = requireElement(choice, "summary", HTMLElement);
  const values = chosen(choice);
  const labels = values.map((id) => terms[id]?.label ?? id);
  requireElement(summary, "b", HTMLElement).textContent =
    labels.length > 0 ? labels.join(", ") : words["not-chosen"];
  const isOne = values.length === 1 && !choice.open;
  requireElement(summary, ".definition", HTMLElement).textContent = isOne
    ? meaning(choice.dataset.vocabulary ?? "", values[0], terms)
    : "";
  requireElement(summary, ".change", HTMLElement).textContent = choice.open
    ? words.close
    : words[labels.length > 0 ? "change" : "choose"];
  summary.classList.toggle("none", labels.length === 0);
}

/**
 * @param {string} scheme
 * @param {string} id
 * @param {Record<string, Term>} terms
 */
function meaning(scheme, id, terms) {
  const { definition } = terms[id] ?? {};
  if (definition !== undefined) return definition;
  const term = document.querySelector(
    `[data-scheme-words="${scheme}"] [data-term="${CSS.escape(id)}"] dd`,
  );
  return term?.textContent ?? "";
}

/**
 * @param {HTMLDetailsElement} choice
 * @param {HTMLElement} inner
 * @param {Record<string, Term>} terms
 * @param {Words} words
 */
function drawTerms(choice, inner, terms, words) {
  count += 1;
  const name = `choice-${count}`;
  const scheme = choice.dataset.vocabulary ?? "";
  const isMany = "many" in choice.dataset;
  const values = chosen(choice);
  const rows = Object.entries(terms)
    .filter(([, term]) => !term.is_group)
    .map(([id, term]) => {
      const input = element("input", { type: isMany ? "checkbox" : "radio", name, value: id });
      input.checked = values.includes(id);
      const definition = meaning(scheme, id, terms);
      const row = element(
        "label",
        { class: "option" },
        input,
        element("b", {}, term.label),
        element("span", { class: "definition" }, definition),
      );
      return { row, id, term, definition };
    });
  inner.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLInputElement) || !event.target.name) return;
    const ids = rows.filter(({ row }) => row.querySelector("input")?.checked).map(({ id }) => id);
    choice.dataset.value = JSON.stringify(ids);
    describe(choice, terms, words);
  });
  const label =
    requireElement(choice, "summary", HTMLElement).getAttribute("aria-labelledby")?.split(" ")[0] ??
    "";
  const list = element(
    "div",
    { class: "options", role: isMany ? "group" : "radiogroup", "aria-labelledby": label },
    ...rows.map(({ row }) => row),
  );
  if (rows.length > MANY) inner.append(...search(name, rows, words));
  inner.append(list);
}

/**
 * @param {string} name
 * @param {Row[]} rows
 * @param {Words} words
 */
function search(name, rows, words) {
  const input = element("input", {
    class: "input",
    id: `${name}-find`,
    type: "search",
    autocomplete: "off",
  });
  const status = element("p", { class: "left", role: "status" });
  input.addEventListener("input", (event) => {
    event.stopPropagation();
    const query = input.value.trim().toLowerCase();
    for (const each of rows) showIfFound(each, query, words);
    const matches = rows.filter((each) => !each.row.hidden).length;
    const text = filled(words.found, { n: matches, all: rows.length });
    status.textContent = query === "" ? "" : text;
  });
  // Enter must not send a form, nor leave the list.
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  return [element("label", { class: "label", for: input.id }, words.find), input, status];
}

/**
 * @param {Row} row
 * @param {string} query
 * @param {Words} words
 */
function showIfFound({ row, term, definition }, query, words) {
  const has = (/** @type {string} */ name) => name.toLowerCase().includes(query);
  const synonyms = query === "" ? [] : term.names.filter(has);
  row.hidden = ![term.label, definition, ...synonyms].some(has);
  row.querySelector(".also")?.remove();
  if (row.hidden || synonyms.length === 0) return;
  const text = filled(words.also, { names: synonyms.join(", ") });
  row.append(element("span", { class: "definition also" }, text));
}
