// A case that exists: one of the hub's, or a file that somebody has.

import { fetchJson } from "../find/dom.js";
import { isMapping } from "./record.js";

/**
 * @import { Data } from "./record.js"
 *
 * @typedef {{ record: Data, head?: string }} OpenedCase *head* is what stands above the first key
 */

/**
 * @param {string} id
 * @returns {Promise<OpenedCase | null>} null where the hub has no such case for the form
 */
export async function openedCase(id) {
  if (!/^[a-z0-9-]+$/.test(id)) return null;
  return fetchJson(`assets/form/cases/${id}.json`).catch(() => null);
}

/**
 * @param {File} file
 * @returns {Promise<OpenedCase | null>} null where it is no case
 */
export async function readFile(file) {
  try {
    const record = JSON.parse(await file.text());
    return isMapping(record) ? { record } : null;
  } catch {
    return null;
  }
}
