// What the form knows while somebody writes: the draft, and where it is shown and kept.

import { requireElement } from "../find/dom.js";
import { keepDraft } from "./drafts.js";
import { finishedRecord } from "./finished.js";
import { withOrganisations } from "./organisations.js";
import { filled } from "./phrases.js";

/**
 * @import { Table } from "./check.js"
 * @import { Draft } from "./drafts.js"
 * @import { Data } from "./record.js"
 * @import { Layout } from "./yaml_layout.js"
 *
 * @typedef {{ page: HTMLElement, form: HTMLFormElement, send: HTMLElement, table: Table,
 *   words: Record<string, string>, draft: Draft, layout?: Layout }} State
 * *layout* is that of the file, there once something is written
 */

/** @returns {Draft} */
export function newDraft() {
  return { record: {}, isWhole: false };
}

/**
 * @param {State} state
 * @param {Draft} draft
 */
export function keep(state, draft) {
  state.draft = { ...draft, time: Date.now() };
  const isKept = keepDraft(state.draft);
  const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  say(state, isKept ? filled(state.words.kept, { time }) : state.words["not-kept"]);
}

/**
 * Says something about the draft.
 *
 * @param {State} state
 * @param {string} text
 */
export function say({ form }, text) {
  requireElement(form, "[data-kept]", HTMLElement).textContent = text;
}

/** @param {Draft} draft */
export function recordOf({ record, id }) {
  return finishedRecord(record, { isNew: id === undefined });
}

/**
 * @param {Draft} draft
 * @returns {Data} the record as it is sent: bodies that the hub knows are named by their ids
 */
export function sentRecord(draft) {
  const record = recordOf(draft);
  return draft.id === undefined ? withOrganisations(record) : record;
}

/**
 * Shows the form, or the ways out of it.
 *
 * @param {State} state
 * @param {boolean} isForm
 */
export function showForm({ page, send }, isForm) {
  page.hidden = !isForm;
  send.hidden = isForm;
}
