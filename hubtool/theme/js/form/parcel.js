// What leaves the form: the file of the case, with its name.

import { caseId } from "./finished.js";
import { commentsOf } from "./moved_comments.js";
import { withoutGaps } from "./record.js";
import { sentRecord } from "./state.js";
import { caseText } from "./text.js";

/**
 * @import { Draft } from "./drafts.js"
 * @import { Data } from "./record.js"
 * @import { Parcel } from "./send.js"
 * @import { State } from "./state.js"
 * @import { Layout } from "./yaml_layout.js"
 */

/**
 * @param {Draft} draft
 * @returns {Draft} *draft* without what is empty
 */
export function filledDraft(draft) {
  const record = /** @type {Data} */ (withoutGaps(draft.record));
  const comments = draft.comments && commentsOf(draft.comments, draft.record, record);
  return { ...draft, record, comments };
}

/**
 * @param {State} state
 * @param {Data} [record]
 * @returns {Parcel} what is sent
 */
export function parcelOf({ draft, layout }, record = sentRecord(draft)) {
  const comments = draft.comments && commentsOf(draft.comments, draft.record, record);
  return {
    title: String(record.title ?? ""),
    summary: String(record.summary ?? ""),
    name: `${draft.id ?? caseId(record)}.yml`,
    changes: draft.id,
    text: caseText(record, /** @type {Layout} */ (layout), comments),
  };
}

/**
 * @param {State} state
 * @returns {Parcel} the draft as it stands, without what the form would add
 */
export function unfinishedParcel(state) {
  return parcelOf(state, /** @type {Data} */ (withoutGaps(state.draft.record)));
}
