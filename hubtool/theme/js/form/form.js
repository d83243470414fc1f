// The contribution form: what somebody writes becomes a record, is checked, kept and made into a
// file.

import { eventPart, fetchJson, findElement, requireElement } from "../find/dom.js";
import { check } from "./check.js";
import { controlRoute, controlsIn, setValue, valueIn } from "./controls.js";
import { deleteDraft, homeOf, keptDraft, saveFile } from "./drafts.js";
import { drawLists, dress, showCount } from "./drawing.js";
import { addEntry, listOf, withoutItem } from "./entries.js";
import { prepare } from "./groups.js";
import { withIds } from "./ids.js";
import { showLive } from "./live.js";
import { clearMistakes, showMistake } from "./mistakes.js";
import { beginAgain, offerDrafts, openFile, openNamed } from "./opening.js";
import { attachOrganisations, loadOrganisations } from "./organisations.js";
import { offerOwn } from "./own.js";
import { afterPress } from "./pressing.js";
import { privateParts } from "./privacy.js";
import { isMapping, routeName, valueAt, withValue } from "./record.js";
import { keep, newDraft, recordOf, say, sentRecord, showForm } from "./state.js";
import { attachSteps, showFurther, showStep } from "./steps.js";

/**
 * @import { Table } from "./check.js"
 * @import { Data } from "./record.js"
 * @import { State } from "./state.js"
 */

const CONTROL = ".choice, .options[data-key], [data-radio], [data-key]";

/** @param {HTMLElement} page */
export async function attachForm(page) {
  const table = /** @type {Table} */ (await fetchJson("assets/form/case.json"));
  const form = requireElement(page, "form", HTMLFormElement);
  const send = requireElement(document, "[data-send]", HTMLElement);
  const words = JSON.parse(page.dataset.words ?? "{}");
  /** @type {State} */
  const state = { page, form, send, table, words, draft: newDraft() };
  attachOrganisations(form);
  await openNamed(state);
  await drawDraft(state);
  listen(state);
  attachSteps(form, words, async (part) => (await loadEnd(state)).isPartDone(state, part));
  // What saves and sends is there when the network is not.
  form.addEventListener("input", () => void loadEnd(state), { once: true });
  page.dataset.ready = "yes";
}

/**
 * Loads what nobody needs before something is written.
 *
 * @param {State} state
 */
async function loadEnd(state) {
  state.layout ??= await fetchJson("assets/form/layout.json");
  return { ...(await import("./finishing.js")), ...(await import("./parcel.js")) };
}

/** @param {State} state */
function listen(state) {
  const { form, send } = state;
  form.addEventListener("input", (event) => noteChange(state, event));
  form.addEventListener("change", (event) => {
    noteChange(state, event);
    const control = eventPart(event, CONTROL);
    if (control) afterPress(() => checkAnswer(state, control));
  });
  form.addEventListener("click", (event) => act(state, event));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("toggle", () => offer(state), true);
  const file = requireElement(form, "[data-file]", HTMLInputElement);
  file.addEventListener("change", async () => {
    if (await openFile(state, file)) await redraw(state);
  });
  requireElement(send, "[data-back]", HTMLElement).addEventListener("click", () => {
    showForm(state, true);
    requireElement(form, "[data-finish]", HTMLElement).focus();
  });
}

/** @param {State} state */
async function drawDraft(state) {
  const { form, draft } = state;
  const isWhole = draft.isWhole && (await loadWhole(state));
  form.classList.toggle("is-whole", isWhole);
  prepare(form);
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
  showLive(state.page, sentRecord(draft), state.table);
  offerDrafts(state);
}

/**
 * Draws another draft than before.
 *
 * @param {State} state
 */
async function redraw(state) {
  clearMistakes(state.form);
  requireElement(state.form, "[data-summary]", HTMLElement).hidden = true;
  await drawDraft(state);
  showStep(state.form);
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
  const control = eventPart(event, CONTROL);
  if (!control || /** @type {HTMLElement} */ (event.target).matches("[type=file], [type=search]"))
    return;
  const record = withValue(state.draft.record, controlRoute(control), valueIn(control));
  keep(state, { ...state.draft, record: isMapping(record) ? record : {} });
  showCount(control, state.words);
  showConsent(state.form);
  showLive(state.page, sentRecord(state.draft), state.table);
}

/**
 * Says what is wrong with the answer that was just given; what is missing can wait.
 *
 * @param {State} state
 * @param {HTMLElement} control
 */
function checkAnswer(state, control) {
  const name = routeName(controlRoute(control));
  const record = recordOf(state.draft);
  const faults = [...check(record, state.table), ...privateParts(record, state.table)];
  const fault = faults.find((each) => routeName(each.route) === name);
  showMistake(control, fault, state.words);
}

/** @type {Record<string, (state: State, button: HTMLElement) => void>} */
const ACTIONS = {
  add: (state, button) => {
    addEntry(listOf(button), (item) => dress(item, state.table, state.words));
    offer(state);
  },
  remove: (state, button) => {
    const item = /** @type {HTMLElement} */ (button.closest("[data-item]"));
    keep(state, withoutItem(state.draft, item));
    showLive(state.page, sentRecord(state.draft), state.table);
  },
  whole: async (state) => {
    keep(state, { ...state.draft, isWhole: true });
    await drawDraft(state);
    showFurther(state.form);
  },
  save: async (state) => {
    const { unfinishedParcel } = await loadEnd(state);
    const { name, text } = unfinishedParcel(state);
    saveFile(name, text);
  },
  open: ({ form }) => requireElement(form, "[data-file]", HTMLInputElement).click(),
  beginAgain: async (state) => {
    await beginAgain(state);
    await redraw(state);
  },
  delete: removeDraft,
  leaveOut: (state, button) => {
    const route = JSON.parse(button.dataset.leaveOut ?? "[]");
    const record = /** @type {Data} */ (withValue(state.draft.record, route, undefined));
    keep(state, { ...state.draft, record });
    ACTIONS.finish(state, button);
  },
  finish: async (state) => {
    const { filledDraft, finish } = await loadEnd(state);
    keep(state, filledDraft(state.draft));
    await drawDraft(state);
    await finish(state);
  },
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

/** @param {State} state */
function removeDraft(state) {
  if (!confirm(state.words.sure)) return;
  deleteDraft(homeOf(state.draft.id));
  const address = new URL(location.href);
  address.search = "";
  address.hash = "";
  history.replaceState(null, "", address);
  state.draft = keptDraft(homeOf(undefined)) ?? newDraft();
  void redraw(state);
}

/**
 * Loads what the whole form alone needs: questions, vocabularies, long lists, names of bodies.
 *
 * @param {State} state
 * @returns {Promise<boolean>} whether it is there
 */
async function loadWhole(state) {
  const { form, table, words } = state;
  await loadOrganisations(form);
  if (table.lists.languages) return true;
  const more = await fetchJson("assets/form/whole.json").catch(() => null);
  if (!more) {
    say(state, words["whole-missing"]);
    return false;
  }
  Object.assign(table.schemes, more.schemes);
  Object.assign(table.lists, more.lists);
  form.insertAdjacentHTML("afterend", more.questions);
  return true;
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
