// The ids that the form makes: of lessons, films and sources, as `hubtool fmt` makes them, and of
// partners and funders.

import { isMapping, isNothing, withoutGaps } from "./record.js";
import { slugFrom } from "./text_rules.js";

/** @import { Data } from "./record.js" */

const MOST_CHARACTERS = 40;

/**
 * @type {[string, string, string][][]} lists that share their ids: key, what its entries are
 * called by, and a noun
 */
const SHARED = [
  [["lessons", "lesson", "lesson"]],
  [
    ["films", "title", "film"],
    ["sources", "title", "source"],
  ],
  [
    ["partners", "name", "partner"],
    ["funders", "name", "funder"],
  ],
];

/**
 * @param {Data} record
 * @param {{ withPartners?: boolean }} [options]
 * @returns {Data} *record* with an id for every entry that has an address, and for partners and
 *   funders
 */
export function withIds(record, { withPartners = true } = {}) {
  const changed = { ...record };
  for (const lists of withPartners ? SHARED : SHARED.slice(0, 2)) {
    const ids = new Set(lists.flatMap(([key]) => entries(record[key]).flatMap(idsOf)));
    for (const [key, text, noun] of lists) {
      if (Array.isArray(record[key]))
        changed[key] = record[key].map((entry) => withId(entry, text, noun, ids));
    }
  }
  return changed;
}

/**
 * @param {unknown} list
 * @returns {Data[]}
 */
function entries(list) {
  return Array.isArray(list) ? list.filter(isMapping) : [];
}

/**
 * @param {Data} entry
 * @returns {string[]}
 */
function idsOf(entry) {
  const former = Array.isArray(entry.formerly) ? entry.formerly : [];
  return [entry.id, ...former].filter((id) => typeof id === "string");
}

/**
 * @param {unknown} entry
 * @param {string} text
 * @param {string} noun
 * @param {Set<string>} ids
 */
function withId(entry, text, noun, ids) {
  const hasId = !isMapping(entry) || (entry.id !== undefined && entry.id !== null);
  // An entry that nobody has filled in is none.
  if (hasId || isNothing(withoutGaps(entry))) return entry;
  const base = short(slugFrom(String(entry[text] ?? entry.org ?? ""))) || noun;
  let id = base;
  for (let number = 2; ids.has(id); number += 1) id = `${base}-${number}`;
  ids.add(id);
  return { id, ...entry };
}

/**
 * @param {string} slug
 * @returns {string} the first words of *slug*
 */
function short(slug) {
  if (slug.length <= MOST_CHARACTERS) return slug;
  const cut = slug.slice(0, MOST_CHARACTERS + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : slug.slice(0, MOST_CHARACTERS);
}
