// What the form knows while somebody writes: the draft, and where it is shown and kept.

import { requireElement } from "../find/dom.js";
import { keepDraft } from "./drafts.js";
import { caseId, finishedRecord } from "./finished.js";
import { commentsOf } from "./moved_comments.js";
import { withoutGaps } from "./record.js";
import { caseText } from "./text.js";

/**
 * @import { Table } from "./check.js"
 * @import { Draft } from "./drafts.js"
 * @import { Data } from "./record.js"
 * @import { Parcel } from "./send.js"
 *
 * @typedef {{ page: HTMLElement, form: HTMLFormElement, send: HTMLElement, table: Table,
 *   words: Record<string, string>, draft: Draft }} State
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
  say(state, isKept ? state.words.kept.replace("{time}", time) : state.words["not-kept"]);
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
 * @param {State} state
 * @param {Data} [record]
 * @returns {Parcel} what is sent
 */
export function parcelOf({ draft, table }, record = recordOf(draft)) {
  const comments = draft.comments && commentsOf(draft.comments, draft.record, record);
  return {
    title: String(record.title ?? ""),
    summary: String(record.summary ?? ""),
    name: `${draft.id ?? caseId(record)}.yml`,
    text: caseText(record, table, comments),
  };
}

/**
 * @param {State} state
 * @returns {Parcel} the draft as it stands, without what the form would add
 */
export function unfinishedParcel(state) {
  return parcelOf(state, /** @type {Data} */ (withoutGaps(state.draft.record)));
}
