// A list as columns, and the rows of it that pass a filter, with the count of every value.

/** @import { Chosen } from "./state.js" */

/**
 * @typedef {{ values: string[], rows: string }} FacetColumn
 * @typedef {{
 *   kind: string,
 *   together: number,
 *   ids: string[],
 *   orders: Record<string, number[]>,
 *   facets: Record<string, FacetColumn>,
 * }} Columns the file of a list: `hubtool/exports/columns.py` describes it
 *
 * @typedef {{
 *   values: string[],
 *   positions: Map<string, number>,
 *   starts: Uint32Array,
 *   codes: Uint16Array,
 * }} Facet
 * the values of row `r` are `codes[starts[r]]` to `codes[starts[r + 1]]`, positions in `values`
 *
 * @typedef {{
 *   together: number,
 *   ids: string[],
 *   rowOf: Map<string, number>,
 *   orders: Record<string, number[]>,
 *   facets: Map<string, Facet>,
 * }} Table
 *
 * @typedef {{ passes: Uint8Array, count: number, counts: Map<string, Uint32Array> }} Sifted
 * counts stand in the order of the facet's values
 *
 * @typedef {{ facet: Facet, wanted: Uint8Array | null, counts: Uint32Array }} Condition
 * of one facet: which values are wanted (null where any is), and how many rows have each
 */

/**
 * @param {Columns} columns
 * @returns {Table}
 */
export function parseTable({ together, ids: names, orders, facets }) {
  const ids = names.flatMap(expandIds);
  return {
    together,
    ids,
    rowOf: positionsOf(ids),
    orders: mapValues(orders, runningSums),
    facets: new Map(Object.entries(mapValues(facets, parseFacet))),
  };
}

/**
 * A row passes if it has one of the chosen values of every facet with such. The count of a value
 * is that of the rows that have it and pass every facet but its own.
 *
 * @param {Table} table
 * @param {Chosen} chosen
 * @param {Uint8Array | null} base the rows to look at; all of them if null
 * @returns {Sifted}
 */
export function sift(table, chosen, base) {
  const names = [...table.facets.keys()];
  const all = [...table.facets].map(([name, facet]) => condition(facet, chosen.get(name)));
  const restricting = all.filter(({ wanted }) => wanted !== null);
  const passes = new Uint8Array(table.ids.length);
  for (let row = 0; row < passes.length; row += 1) {
    if (base && !base[row]) continue;
    const failed = failedConditions(restricting, row);
    if (failed.length === 0) {
      passes[row] = 1;
      countValues(all, row);
    } else if (failed.length === 1) countValues(failed, row);
  }
  const counts = new Map(all.map((each, index) => [names[index], each.counts]));
  return { passes, count: passes.reduce((sum, sign) => sum + sign, 0), counts };
}

/**
 * @param {Table} table
 * @param {Uint8Array} passes
 * @param {Iterable<number>} order positions of rows
 * @returns {string[]} the ids of the rows that pass, in this order
 */
export function orderedIds(table, passes, order) {
  const ids = [];
  for (const row of order) {
    const id = table.ids[row];
    if (passes[row] && id !== undefined) ids.push(id);
  }
  return ids;
}

/**
 * @param {Table} table
 * @param {string} name of a facet
 * @param {string} id
 * @returns {string[]} the values that a row has of the facet
 */
export function valuesOf(table, name, id) {
  const facet = table.facets.get(name);
  const row = table.rowOf.get(id);
  if (!facet || row === undefined) return [];
  const codes = facet.codes.subarray(facet.starts[row], facet.starts[row + 1]);
  return [...codes].map((code) => facet.values[code]);
}

/** @param {string} text `case`, or `case#first second` */
function expandIds(text) {
  const [owner, own] = text.split("#", 2);
  return own === undefined ? [owner] : own.split(" ").map((name) => `${owner}#${name}`);
}

/** @param {number[]} steps */
function runningSums(steps) {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
}

/**
 * @param {FacetColumn} column
 * @returns {Facet}
 */
function parseFacet({ values, rows }) {
  const cells = rows.split(" ");
  const starts = new Uint32Array(cells.length + 1);
  const codes = new Uint16Array(rows.length - cells.length + 1);
  let end = 0;
  cells.forEach((cell, row) => {
    for (let index = 0; index < cell.length; index += 1) {
      codes[end] = decode(cell.charCodeAt(index));
      end += 1;
    }
    starts[row + 1] = end;
  });
  return { values, positions: positionsOf(values), starts, codes };
}

/** @param {number} unit of text, from `]` on, without the control characters after `~` */
function decode(unit) {
  return unit - (unit > 0x7e ? 0xa1 - 0x7f : 0) - 0x5d;
}

/**
 * @template Value, Result
 * @param {Record<string, Value>} record
 * @param {(value: Value) => Result} change
 * @returns {Record<string, Result>}
 */
function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/** @param {string[]} names */
function positionsOf(names) {
  return new Map(names.map((name, index) => [name, index]));
}

/**
 * @param {Facet} facet
 * @param {Set<string> | undefined} chosen
 * @returns {Condition}
 */
function condition(facet, chosen) {
  const isWanted = (/** @type {string} */ value) => (chosen?.has(value) ? 1 : 0);
  const wanted = chosen?.size ? Uint8Array.from(facet.values, isWanted) : null;
  return { facet, wanted, counts: new Uint32Array(facet.values.length) };
}

/**
 * @param {Condition[]} conditions
 * @param {number} row
 * @returns {Condition[]} those that the row does not meet, two at most
 */
function failedConditions(conditions, row) {
  const failed = [];
  for (const each of conditions) {
    if (!isMet(each, row)) failed.push(each);
    if (failed.length === 2) break;
  }
  return failed;
}

/**
 * @param {Condition} condition
 * @param {number} row
 */
function isMet({ facet: { starts, codes }, wanted }, row) {
  for (let index = starts[row]; index < starts[row + 1]; index += 1) {
    if (wanted?.[codes[index]]) return true;
  }
  return false;
}

/**
 * @param {Condition[]} conditions
 * @param {number} row
 */
function countValues(conditions, row) {
  for (const { facet, counts } of conditions) {
    const { starts, codes } = facet;
    for (let index = starts[row]; index < starts[row + 1]; index += 1) counts[codes[index]] += 1;
  }
}
