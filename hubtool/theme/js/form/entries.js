// Entries that somebody adds or takes away: what the draft holds of them, and its notes about them.

import { requireElement } from "../find/dom.js";
import { controlRoute, controlsIn } from "./controls.js";
import { addItem, itemsOf, nameItems } from "./groups.js";
import { withoutEntry } from "./moved_comments.js";
import { valueAt, withValue } from "./record.js";

/**
 * @import { Draft } from "./drafts.js"
 * @import { Data } from "./record.js"
 */

/**
 * @param {Element} button
 * @returns {HTMLElement} the list that *button* is about
 */
export function listOf(button) {
  return /** @type {HTMLElement} */ (button.closest("[data-list]"));
}

/**
 * @param {HTMLElement} list
 * @param {(item: HTMLElement) => void} dress
 */
export function addEntry(list, dress) {
  const item = addItem(list);
  dress(item);
  controlsIn(item)[0]?.focus();
}

/**
 * @param {Draft} draft
 * @param {HTMLElement} item
 * @returns {Draft} *draft* without *item*, which is taken off the page
 */
export function withoutItem(draft, item) {
  const list = listOf(item);
  const route = controlRoute(list);
  const index = [...itemsOf(list).children].indexOf(item);
  const value = valueAt(draft.record, route);
  const items = Array.isArray(value) ? value.filter((_, position) => position !== index) : [];
  item.remove();
  nameItems(list);
  requireElement(list, ":scope > .add-row [data-add]", HTMLButtonElement).focus();
  const comments = draft.comments && withoutEntry(draft.comments, route, index);
  return {
    ...draft,
    record: /** @type {Data} */ (withValue(draft.record, route, items)),
    comments,
  };
}
