// The draft: kept in this browser, saved as a file, opened from one.

import { ROOT } from "../find/dom.js";

/**
 * @import { Data } from "./record.js"
 *
 * @typedef {{ record: Data, isWhole: boolean, id?: string, head?: string }} Draft
 * *id* is that of the case that is being changed, *head* what stands above its first key
 */

const KEY = `${ROOT.pathname}.contribution`;

/** @returns {Draft | null} */
export function keptDraft() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {Draft} draft
 * @returns {boolean} whether the browser keeps it
 */
export function keepDraft(draft) {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function deleteDraft() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Then nothing was kept.
  }
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
