// What becomes of a file's comments when its parts change: they stay with what they are about.

import { isMapping, isNothing, partName, valueAt, withoutGaps } from "./record.js";

/**
 * @import { Comments } from "./comments.js"
 * @import { Data, Route } from "./record.js"
 */

/**
 * Returns *comments* without those of the entry *index* of the list at *list*; those of the entries
 * after it move up.
 *
 * @param {Comments} comments
 * @param {Route} list
 * @param {number} index
 * @returns {Comments}
 */
export function withoutEntry(comments, list, index) {
  const depth = list.length;
  const name = partName(list);
  const moved = (/** @type {Route} */ route) => {
    const step = route[depth];
    if (typeof step !== "number" || step < index || partName(route.slice(0, depth)) !== name)
      return route;
    return step === index ? null : [...list, step - 1, ...route.slice(depth + 1)];
  };
  /** @type {Comments} */
  const kept = { before: {}, beside: {}, after: {} };
  for (const [place, part, lines] of rowsOf(comments)) {
    const route = moved(JSON.parse(part));
    if (route) Object.assign(kept[place], { [partName(route)]: lines });
  }
  return kept;
}

/**
 * Returns *comments* of *draft* as they stand in *record*, the same without its empty entries. What
 * stood at a part that is gone stands before what was around it.
 *
 * @param {Comments} comments
 * @param {Data} draft
 * @param {Data} record
 * @returns {Comments}
 */
export function commentsOf(comments, draft, record) {
  let moved = comments;
  for (const [list, index] of emptyEntries(draft, [])) moved = withoutEntry(moved, list, index);
  /** @type {Comments} */
  const kept = { before: {}, beside: {}, after: {} };
  /** @type {[string, string][]} */
  const homeless = [];
  for (const [place, name, lines] of rowsOf(moved)) {
    const isThere = valueAt(record, JSON.parse(name)) !== undefined;
    if (isThere) Object.assign(kept[place], { [name]: lines });
    else homeless.push([placeAbove(record, JSON.parse(name)), [lines].flat().join("\n")]);
  }
  for (const [name, lines] of homeless)
    kept.before[name] = [...(kept.before[name] ?? []), ...lines.split("\n")];
  return kept;
}

/**
 * @param {Comments} comments
 * @returns {[keyof Comments, string, string | string[]][]} each place and part with its lines
 */
function rowsOf(comments) {
  const places = /** @type {[keyof Comments, Record<string, string>][]} */ (
    Object.entries(comments)
  );
  return places.flatMap(([place, texts]) =>
    Object.entries(texts).map(
      ([name, lines]) => /** @type {[keyof Comments, string, string]} */ ([place, name, lines]),
    ),
  );
}

/**
 * @param {unknown} data
 * @param {Route} route
 * @returns {Generator<[Route, number]>} lists with the places of entries that hold nothing, inner
 *   and later ones first
 */
function* emptyEntries(data, route) {
  if (isMapping(data)) {
    for (const [key, value] of Object.entries(data)) yield* emptyEntries(value, [...route, key]);
  } else if (Array.isArray(data)) {
    for (const [index, item] of [...data.entries()].reverse()) {
      yield* emptyEntries(item, [...route, index]);
      if (isNothing(withoutGaps(item))) yield [route, index];
    }
  }
}

/**
 * @param {Data} record
 * @param {Route} route
 * @returns {string} the nearest part around *route* that is there
 */
function placeAbove(record, route) {
  const depths = [...route.keys()].reverse();
  const depth = depths.find((each) => valueAt(record, route.slice(0, each)) !== undefined) ?? 0;
  return partName(route.slice(0, depth));
}
