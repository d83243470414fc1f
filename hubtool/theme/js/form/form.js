// The contribution form: what somebody writes becomes a record, is checked, kept and made into a
// file.

import { eventPart, fetchJson, findElement, requireElement } from "../find/dom.js";
import { check } from "./check.js";
import { controlRoute, controlsIn, setValue, valueIn } from "./controls.js";
import { deleteDraft, keepDraft, keptDraft, saveFile } from "./draft.js";
import { drawLists, dress, showCount } from "./drawing.js";
import { openedCase, readFile } from "./existing.js";
import { caseId, finishedRecord, lengthened } from "./finished.js";
import { addItem, itemsOf, nameItems, prepare } from "./groups.js";
import { withIds } from "./ids.js";
import { showLive } from "./live.js";
import { clearMistakes, showMistake, showMistakes, showSummary } from "./mistakes.js";
import { missingLessons, needs } from "./needs.js";
import { offerOwn } from "./own.js";
import { privateParts } from "./privacy.js";
import { isMapping, routeName, valueAt, withoutGaps, withValue } from "./record.js";
import { attachWays, offerWays } from "./send.js";
import { attachSteps, showStep } from "./steps.js";
import { caseText } from "./text.js";

/**
 * @import { Fault, Table } from "./check.js"
 * @import { Draft } from "./draft.js"
 * @import { Data } from "./record.js"
 *
 * @typedef {{ page: HTMLElement, form: HTMLFormElement, send: HTMLElement, table: Table,
 *   words: Record<string, string>, draft: Draft }} State
 */

/** @param {HTMLElement} page */
export async function attachForm(page) {
  const table = /** @type {Table} */ (await fetchJson("assets/form/case.json"));
  const form = requireElement(page, "form", HTMLFormElement);
  const send = requireElement(document, "[data-send]", HTMLElement);
  const words = JSON.parse(page.dataset.words ?? "{}");
  const draft = keptDraft() ?? { record: {}, isWhole: false };
  /** @type {State} */
  const state = { page, form, send, table, words, draft };
  prepare(form);
  await openNamedCase(state);
  drawDraft(state);
  listen(state);
  attachWays(send, () => parcelOf(state), words);
  attachSteps(form, words, (part) => isPartDone(state, part));
  page.dataset.ready = "yes";
}

/** @param {State} state */
function listen(state) {
  const { form, send } = state;
  form.addEventListener("input", (event) => noteChange(state, event));
  form.addEventListener("change", (event) => {
    noteChange(state, event);
    checkOne(state, event);
  });
  form.addEventListener("click", (event) => act(state, event));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("toggle", () => offer(state), true);
  const file = requireElement(form, "[data-file]", HTMLInputElement);
  file.addEventListener("change", () => void openFile(state, file));
  requireElement(send, "[data-back]", HTMLElement).addEventListener("click", () => {
    showForm(state, true);
    requireElement(form, "[data-finish]", HTMLElement).focus();
  });
}

/** @param {State} state */
function drawDraft(state) {
  const { form, draft } = state;
  form.classList.toggle("is-whole", draft.isWhole);
  drawLists(form, draft.record);
  dress(form, state.table, state.words);
  for (const control of controlsIn(form)) {
    setValue(control, valueAt(draft.record, controlRoute(control)));
    showCount(control, state.words);
  }
  offer(state);
  for (const control of form.querySelectorAll("[data-own]")) {
    setValue(/** @type {HTMLElement} */ (control), valueAt(draft.record, controlRoute(control)));
  }
  showConsent(form);
  showLive(state.page, recordOf(draft), state.table);
  if (draft.isWhole) void loadLists(state.table);
}

/**
 * Offers the parts of the case wherever one can be named; they have ids from then on.
 *
 * @param {State} state
 */
function offer(state) {
  const { form, table, words, draft } = state;
  if (!draft.isWhole) return;
  const record = draft.id === undefined ? withIds(draft.record) : draft.record;
  if (JSON.stringify(record) !== JSON.stringify(draft.record)) keep(state, { ...draft, record });
  offerOwn(form, record, table, words);
}

/**
 * @param {State} state
 * @param {Event} event
 */
function noteChange(state, event) {
  const control = eventPart(event, ".choice, .options[data-key], [data-radio], [data-key]");
  if (!control || /** @type {HTMLElement} */ (event.target).matches("[type=file], [type=search]"))
    return;
  const record = withValue(state.draft.record, controlRoute(control), valueIn(control));
  keep(state, { ...state.draft, record: isMapping(record) ? record : {} });
  showCount(control, state.words);
  showConsent(state.form);
  showLive(state.page, recordOf(state.draft), state.table);
}

/**
 * Says what is wrong with the answer that was just given; what is missing can wait.
 *
 * @param {State} state
 * @param {Event} event
 */
function checkOne(state, event) {
  const control = eventPart(event, ".choice, .options[data-key], [data-radio], [data-key]");
  if (!control) return;
  const name = routeName(controlRoute(control));
  const record = recordOf(state.draft);
  const faults = [...check(record, state.table), ...privateParts(record, state.table)];
  const fault = faults.find((each) => routeName(each.route) === name);
  showMistake(control, fault, state.words);
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
    drawDraft(state);
    showStep(state.form);
  },
  save: ({ draft, table }) => {
    const record = /** @type {Data} */ (withoutGaps(draft.record));
    saveFile(`${draft.id ?? caseId(record)}.yml`, caseText(record, table, draft.head));
  },
  open: ({ form }) => requireElement(form, "[data-file]", HTMLInputElement).click(),
  delete: removeDraft,
  finish: (state) => void finish(state),
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
  dress(item, state.table, state.words);
  offer(state);
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
  const record = /** @type {Data} */ (withValue(state.draft.record, route, items));
  keep(state, { ...state.draft, record });
  requireElement(list, ":scope > .add-row [data-add]", HTMLButtonElement).focus();
}

/** @param {State} state */
function removeDraft(state) {
  if (!confirm(state.words.sure)) return;
  deleteDraft();
  state.draft = { record: {}, isWhole: false };
  clearMistakes(state.form);
  drawDraft(state);
}

/**
 * @param {State} state
 * @param {HTMLInputElement} input
 */
async function openFile(state, input) {
  const file = input.files?.[0];
  const opened = file ? await readFile(file) : null;
  input.value = "";
  if (opened) {
    keep(state, { record: lengthened(opened.record), isWhole: true, head: opened.head });
    drawDraft(state);
  } else requireElement(state.form, "[data-kept]", HTMLElement).textContent = state.words.unread;
}

/**
 * Opens the case that the address names.
 *
 * @param {State} state
 */
async function openNamedCase(state) {
  const id = new URLSearchParams(location.search).get("case");
  if (!id || state.draft.id === id) return;
  const opened = await openedCase(id);
  const kept = requireElement(state.form, "[data-kept]", HTMLElement);
  if (opened) {
    state.draft = { record: lengthened(opened.record), isWhole: true, id, head: opened.head };
    kept.textContent = state.words.editing;
  } else kept.textContent = state.words["not-found"];
}

/** @param {Table} table */
async function loadLists(table) {
  Object.assign(table.lists, await fetchJson("assets/form/lists.json").catch(() => ({})));
}

/** @param {Draft} draft */
function recordOf({ record, id }) {
  return finishedRecord(record, { isNew: id === undefined });
}

/**
 * @param {State} state
 * @returns {Fault[]}
 */
function faultsOf({ draft, table }) {
  const record = recordOf(draft);
  const asked = needs(record);
  const faults = check(record, table).filter(({ code }) => code !== "H225" || asked.length === 0);
  return [...asked, ...faults, ...privateParts(record, table)];
}

/**
 * @param {State} state
 * @param {HTMLElement} part
 */
function isPartDone(state, part) {
  const keys = new Set(
    [...part.querySelectorAll("[data-key]")].map((node) => controlRoute(node)[0]),
  );
  const faults = faultsOf(state).filter(({ route }) => keys.has(route[0]));
  const links = showMistakes(state.form, faults, state.words);
  showSummary(requireElement(state.form, "[data-summary]", HTMLElement), links, state.words);
  return links.length === 0;
}

/** @param {State} state */
async function finish(state) {
  keep(state, { ...state.draft, record: /** @type {Data} */ (withoutGaps(state.draft.record)) });
  drawDraft(state);
  const faults = [...faultsOf(state), ...(await missingLessons(state.draft.record, state.words))];
  const links = showMistakes(state.form, faults, state.words);
  showSummary(requireElement(state.form, "[data-summary]", HTMLElement), links, state.words);
  if (links.length > 0) return;
  if (valueAt(state.draft.record, ["consent", "status"]) === "pending") {
    requireElement(state.form, "[data-kept]", HTMLElement).textContent = state.words.pending;
    requireElement(state.form, "[data-draft]", HTMLElement).scrollIntoView();
    return;
  }
  await offerWays(state.send, parcelOf(state), state.words);
  showForm(state, false);
  requireElement(state.send, "h2", HTMLElement).focus();
}

/** @param {State} state */
function parcelOf({ draft, table }) {
  const record = recordOf(draft);
  return {
    title: String(record.title ?? ""),
    summary: String(record.summary ?? ""),
    name: `${draft.id ?? caseId(record)}.yml`,
    text: caseText(record, table, draft.head),
  };
}

/**
 * @param {State} state
 * @param {boolean} isForm
 */
function showForm({ page, send }, isForm) {
  page.hidden = !isForm;
  send.hidden = isForm;
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
  findElement(form, "[data-whole]")?.toggleAttribute("hidden", isWhole);
}
