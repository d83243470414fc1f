// Drafts: kept in this browser, each under a name of its own, so that none takes the place of
// another. The new story has one, each page that is changed has one, and others are put aside.

import { ROOT } from "../find/dom.js";
import { isNothing, withoutGaps } from "./record.js";

/**
 * @import { Comments } from "./comments.js"
 * @import { Data } from "./record.js"
 *
 * @typedef {{ record: Data, isWhole: boolean, id?: string, comments?: Comments, time?: number }}
 *   Draft
 * *id* is that of the case that is being changed, *comments* are those of its file, *time* is when
 * it was kept
 * @typedef {{ name: string, draft: Draft }} KeptDraft
 */

const KEY = `${ROOT.pathname}.contribution`;
const ASIDE = "aside.";

/**
 * @param {string | undefined} id of the case that is changed, undefined for a new story
 * @returns {string} the name under which its draft is kept
 */
export function homeOf(id) {
  return id === undefined ? "" : `case.${id}`;
}

/** @param {Draft} draft */
export function isEmpty({ record }) {
  return isNothing(withoutGaps(record));
}

/**
 * @param {string} name
 * @returns {Draft | null}
 */
export function keptDraft(name) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? "null");
  } catch {
    return null;
  }
}

/** @returns {KeptDraft[]} every draft that is not empty, the newest first */
export function keptDrafts() {
  /** @type {KeptDraft[]} */
  const drafts = [];
  for (const key of storedKeys()) {
    const name = key.slice(KEY.length).replace(/^\./, "");
    const draft = keyOf(name) === key ? keptDraft(name) : null;
    if (draft && !isEmpty(draft)) drafts.push({ name, draft });
  }
  return drafts.sort((first, second) => (second.draft.time ?? 0) - (first.draft.time ?? 0));
}

/** @returns {string[]} */
function storedKeys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(KEY));
  } catch {
    return [];
  }
}

/**
 * @param {Draft} draft
 * @param {string} [name]
 * @returns {boolean} whether the browser keeps it
 */
export function keepDraft(draft, name = homeOf(draft.id)) {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name */
export function deleteDraft(name) {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // Then nothing was kept.
  }
}

/**
 * Keeps what stands under *name* under another one, to make room.
 *
 * @param {string} name
 */
export function putAside(name) {
  const draft = keptDraft(name);
  if (draft && !isEmpty(draft) && keepDraft(draft, `${ASIDE}${Date.now()}`)) deleteDraft(name);
}

/**
 * Puts a draft that was put aside back, and aside what stands in its place.
 *
 * @param {KeptDraft} kept
 */
export function resume({ name, draft }) {
  const home = homeOf(draft.id);
  if (name === home) return;
  putAside(home);
  if (keepDraft(draft, home)) deleteDraft(name);
}

/** @param {string} name */
function keyOf(name) {
  return name === "" ? KEY : `${KEY}.${name}`;
}

/**
 * @param {string} name
 * @param {string} text
 */
export function saveFile(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
