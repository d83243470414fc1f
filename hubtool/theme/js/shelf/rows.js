// A row of a shelf: its number, the card of the thing, a note, and buttons that move it.

import { loadCard } from "../find/card_list.js";
import { element, fetchJson } from "../find/dom.js";
import { parseTable } from "../find/table.js";
import { MOST_CHARACTERS } from "./contents.js";

/**
 * @import { Table } from "../find/table.js"
 * @import { Item } from "./contents.js"
 * @typedef {{
 *   note: (index: number, note: string) => void,
 *   move: (from: number, to: number) => void,
 *   remove: (index: number) => void,
 * }} Acts
 */

/**
 * @param {Item[]} items
 * @param {Record<string, string>} words
 * @param {Acts} acts
 * @returns {Promise<HTMLElement[]>}
 */
export function shelfRows(items, words, acts) {
  return Promise.all(items.map((_, index) => row(items, index, words, acts)));
}

/**
 * @param {Item[]} items
 * @param {number} index
 * @param {Record<string, string>} words
 * @param {Acts} acts
 */
async function row(items, index, words, acts) {
  const item = items[index];
  const id = `note-${index}`;
  const note = element("textarea", { id, rows: "2", maxlength: `${MOST_CHARACTERS.note}` });
  note.value = item.note;
  note.addEventListener("input", () => acts.note(index, note.value));
  const up = button(words.up, () => acts.move(index, index - 1));
  const down = button(words.down, () => acts.move(index, index + 1));
  up.disabled = index === 0;
  down.disabled = index === items.length - 1;
  const off = button(words.off, () => acts.remove(index));
  return element(
    "li",
    {},
    element("b", { class: "shelf-number", "aria-hidden": "true" }, `${index + 1}`),
    await card(item, words.gone),
    element("label", { for: id }, words.note),
    note,
    element("p", { class: "shelf-moves" }, up, down, off),
  );
}

/**
 * @param {string} words
 * @param {() => void} act
 */
function button(words, act) {
  const created = element("button", { type: "button", class: "button ghost" }, words);
  created.addEventListener("click", act);
  return created;
}

/** @type {Map<string, Promise<Table>>} the lists of the site by their kinds */
const tables = new Map();

/**
 * @param {string} kind of a list
 * @returns {Promise<Table>}
 */
function tableOf(kind) {
  const table = tables.get(kind) ?? fetchJson(`assets/find/${kind}.json`).then(parseTable);
  tables.set(kind, table);
  return table;
}

/**
 * @param {Item} item
 * @param {string} gone what to say where the site does not have it
 * @returns {Promise<Node>} its card, as lists show it
 */
async function card({ kind, address }, gone) {
  const missing = element("p", { class: "notice" }, `${gone} (${address})`);
  try {
    const table = await tableOf(`${kind}s`);
    if (!table.rowOf.has(address)) return missing;
    const shown = await loadCard(`${kind}s`, table, address);
    // A film is played on the page of its case.
    shown?.querySelector("[data-offer]")?.remove();
    return shown ?? missing;
  } catch {
    return missing;
  }
}
