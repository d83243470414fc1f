// The contribution form: what somebody writes becomes a record, is checked, kept and made into a file.

import { element, eventPart, requireElement } from "../find/dom.js";
import { check } from "./check.js";
import { attachChoice } from "./choice.js";
import { controlRoute, controlsIn, setValue, valueIn } from "./controls.js";
import { deleteDraft, keepDraft, keptDraft, saveFile } from "./draft.js";
import { addItem, itemsOf, nameItems, prepare, setLength } from "./groups.js";
import { withIds } from "./ids.js";
import { clearMistakes, showMistakes, showSummary } from "./mistakes.js";
import { isMapping, valueAt, withoutGaps, withValue } from "./record.js";
import { slugFrom } from "./text_rules.js";

/**
 * @import { Table } from "./check.js"
 * @import { Draft } from "./draft.js"
 * @import { Data } from "./record.js"
 *
 * @typedef {{ page: HTMLElement, form: HTMLFormElement, table: Table, words: Record<string, string>, draft: Draft }} State
 */

/** @param {HTMLElement} page */
export async function attachForm(page) {
  const answer = await fetch(page.dataset.table ?? "");
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  /** @type {Table} */
  const table = await answer.json();
  const form = requireElement(page, "form", HTMLFormElement);
  const words = JSON.parse(page.dataset.words ?? "{}");
  /** @type {State} */
  const state = { page, form, table, words, draft: keptDraft() ?? { record: {}, isWhole: false } };
  prepare(form);
  drawDraft(state);
  form.addEventListener("input", (event) => noteChange(state, event));
  form.addEventListener("change", (event) => noteChange(state, event));
  form.addEventListener("click", (event) => act(state, event));
  form.addEventListener("submit", (event) => event.preventDefault());
  requireElement(form, "[data-file]", HTMLInputElement).addEventListener(
    "change",
    (event) => void openFile(state, event),
  );
  page.dataset.ready = "yes";
}

/** @param {State} state */
export function drawDraft(state) {
  const { form, draft } = state;
  drawLists(form, draft.record);
  dress(state, form);
  for (const control of controlsIn(form))
    setValue(control, valueAt(draft.record, controlRoute(control)));
  form.classList.toggle("is-whole", draft.isWhole);
  showConsent(form);
}

/**
 * Gives each list as many entries as the record has, outer lists first.
 *
 * @param {ParentNode} parent
 * @param {Data} record
 */
function drawLists(parent, record) {
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (
    parent.querySelectorAll("[data-list]")
  )) {
    const value = valueAt(record, controlRoute(list));
    setLength(list, Array.isArray(value) ? value.length : 0);
  }
}

/**
 * Gives the controls in *parent* what the table knows: countries, and the terms of vocabularies.
 *
 * @param {State} state
 * @param {ParentNode} parent
 */
function dress({ table, words }, parent) {
  for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (
    parent.querySelectorAll("select[data-country]")
  )) {
    if (select.options.length > 1) continue;
    const names = Object.entries(table.lists.countries).sort((one, other) =>
      one[1].localeCompare(other[1]),
    );
    select.append(...names.map(([value, name]) => element("option", { value }, name)));
  }
  for (const choice of /** @type {NodeListOf<HTMLDetailsElement>} */ (
    parent.querySelectorAll("details.choice")
  )) {
    if (choice.dataset.isDressed) continue;
    choice.dataset.isDressed = "yes";
    attachChoice(choice, table, words);
  }
}

/**
 * @param {State} state
 * @param {Event} event
 */
function noteChange(state, event) {
  if (!(event.target instanceof Element)) return;
  const control = /** @type {HTMLElement | null} */ (
    event.target.closest(".choice, .rs[data-key], [data-radio], [data-key]")
  );
  if (!control || event.target.matches("[type=file], [type=search]")) return;
  const record = withValue(state.draft.record, controlRoute(control), valueIn(control));
  keep(state, { ...state.draft, record: isMapping(record) ? record : {} });
  showConsent(state.form);
}

/**
 * @param {State} state
 * @param {Draft} draft
 */
function keep(state, draft) {
  state.draft = draft;
  const isKept = keepDraft(draft);
  const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const text = isKept ? state.words.kept.replace("{time}", time) : state.words["not-kept"];
  requireElement(state.form, "[data-kept]", HTMLElement).textContent = text;
}

/** @type {Record<string, (state: State, button: HTMLElement) => void>} */
const ACTIONS = {
  add: (state, button) => addEntry(state, listOf(button)),
  remove: (state, button) => {
    removeItem(state, listOf(button), /** @type {HTMLElement} */ (button.closest("[data-item]")));
  },
  whole: (state) => {
    keep(state, { ...state.draft, isWhole: true });
    state.form.classList.add("is-whole");
    showConsent(state.form);
  },
  save: ({ draft }) => saveFile(fileName(draft.record), textOf(draft.record)),
  open: ({ form }) => requireElement(form, "[data-file]", HTMLInputElement).click(),
  delete: removeDraft,
  finish,
};

/**
 * @param {State} state
 * @param {Event} event
 */
function act(state, event) {
  const button = eventPart(event, "button");
  const name = Object.keys(ACTIONS).find((key) => button && key in button.dataset);
  if (button && name) ACTIONS[name](state, button);
}

/** @param {HTMLElement} button */
function listOf(button) {
  return /** @type {HTMLElement} */ (button.closest("[data-list]"));
}

/**
 * @param {State} state
 * @param {HTMLElement} list
 */
function addEntry(state, list) {
  const item = addItem(list);
  dress(state, item);
  controlsIn(item)[0]?.focus();
}

/**
 * @param {State} state
 * @param {HTMLElement} list
 * @param {HTMLElement} item
 */
function removeItem(state, list, item) {
  const route = controlRoute(list);
  const index = [...itemsOf(list).children].indexOf(item);
  const value = valueAt(state.draft.record, route);
  const items = Array.isArray(value) ? value.filter((_, position) => position !== index) : [];
  item.remove();
  nameItems(list);
  keep(state, {
    ...state.draft,
    record: /** @type {Data} */ (withValue(state.draft.record, route, items)),
  });
  requireElement(list, "[data-add]", HTMLButtonElement).focus();
}

/** @param {State} state */
function removeDraft(state) {
  if (!confirm(state.words.sure)) return;
  deleteDraft();
  state.draft = { record: {}, isWhole: state.draft.isWhole };
  clearMistakes(state.form);
  drawDraft(state);
}

/**
 * @param {State} state
 * @param {Event} event
 */
async function openFile(state, event) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const text = await input.files?.[0]?.text();
  input.value = "";
  if (text === undefined) return;
  const record = readText(text);
  if (record) {
    keep(state, { record, isWhole: true });
    drawDraft(state);
  } else requireElement(state.form, "[data-kept]", HTMLElement).textContent = state.words.unread;
}

/**
 * @param {string} text
 * @returns {Data | null}
 */
function readText(text) {
  try {
    const data = JSON.parse(text);
    return isMapping(data) ? data : null;
  } catch {
    return null;
  }
}

/** @param {State} state */
function finish(state) {
  const record = finished(state.draft.record);
  const faults = check(record, state.table);
  const links = showMistakes(state.form, faults, state.words);
  showSummary(requireElement(state.form, "[data-summary]", HTMLElement), links, state.words);
  if (faults.length === 0) saveFile(fileName(record), textOf(record));
}

/**
 * @param {Data} record
 * @returns {Data} *record* as the file has it: without gaps, with ids, and with what one source says for all
 */
function finished(record) {
  const filled = /** @type {Data} */ (withoutGaps(record));
  const consent = isMapping(filled.consent) ? filled.consent : {};
  const kept =
    consent.status === "public-record" || !Array.isArray(filled.sources) ? filled : { ...filled };
  const complete = withIds(kept);
  const { sources } = complete;
  if (consent.status !== "public-record" || !Array.isArray(sources) || sources.length !== 1)
    return complete;
  const lessons = Array.isArray(complete.lessons) ? complete.lessons : [];
  return {
    ...complete,
    lessons: lessons.map((lesson) => ({ ...lesson, sources: lesson.sources ?? [sources[0].id] })),
  };
}

/** @param {Data} record */
function fileName(record) {
  return `${slugFrom(String(record.title ?? "")) || "draft"}.yml`;
}

/** @param {Data} record */
function textOf(record) {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** @param {HTMLFormElement} form */
function showConsent(form) {
  const chosen = form.querySelector("[data-radio=status] input:checked");
  const status = chosen instanceof HTMLInputElement ? chosen.value : "";
  const isWhole = form.classList.contains("is-whole");
  for (const block of /** @type {NodeListOf<HTMLElement>} */ (
    form.querySelectorAll("[data-when]")
  )) {
    const isAsked = block.dataset.when?.split(" ").includes(status) ?? false;
    block.hidden = !isAsked && !(isWhole && "whenWhole" in block.dataset);
  }
}
