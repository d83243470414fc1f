// A list as columns, and what of it is left under a filter, with the count of every value.

/**
 * @typedef {{
 *   kind: string,
 *   ids: string[],
 *   orders: Record<string, number[]>,
 *   facets: Record<string, { values: string[], rows: string }>,
 * }} Columns as the file has them: `hubtool/exports/columns.py` says how
 *
 * @typedef {{ values: string[], places: Map<string, number>, starts: Uint32Array, held: Uint16Array }} Facet
 * the values of row `r` are `held[starts[r]]` to `held[starts[r + 1]]`, positions in `values`
 *
 * @typedef {{ ids: string[], places: Map<string, number>, orders: Record<string, number[]>, facets: Map<string, Facet> }} Table
 * @typedef {Map<string, Set<string>>} Chosen the values chosen of each facet: one of them is enough
 * @typedef {{ passes: Uint8Array, count: number, counts: Map<string, Uint32Array> }} Sifted
 * counts stand in the order of the facet's values
 */

/**
 * @param {Columns} columns
 * @returns {Table}
 */
export function table(columns) {
  const facets = Object.entries(columns.facets).map(([name, column]) => /** @type {const} */ ([name, facet(column)]));
  const ids = columns.ids.flatMap(idsOf);
  const orders = Object.fromEntries(Object.entries(columns.orders).map(([name, steps]) => [name, placesAfter(steps)]));
  return { ids, places: placesOf(ids), orders, facets: new Map(facets) };
}

/** @param {string} text `case`, or `case#one two` */
function idsOf(text) {
  const [owner = "", own] = text.split("#", 2);
  return own === undefined ? [owner] : own.split(" ").map((name) => `${owner}#${name}`);
}

/** @param {number[]} steps */
function placesAfter(steps) {
  let place = 0;
  return steps.map((step) => (place += step));
}

/**
 * @param {{ values: string[], rows: string }} column
 * @returns {Facet}
 */
function facet({ values, rows }) {
  const each = rows.split(" ");
  const starts = new Uint32Array(each.length + 1);
  const held = new Uint16Array(rows.length - each.length + 1);
  let end = 0;
  each.forEach((signs, row) => {
    for (let sign = 0; sign < signs.length; sign += 1) {
      const code = signs.charCodeAt(sign);
      held[end] = code - (code > 0x7e ? 0xa1 - 0x7f : 0) - 0x5d;
      end += 1;
    }
    starts[row + 1] = end;
  });
  return { values, places: placesOf(values), starts, held };
}

/** @param {string[]} names */
function placesOf(names) {
  return new Map(names.map((name, place) => [name, place]));
}

/**
 * @param {Table} given
 * @param {Chosen} chosen
 * @param {Uint8Array | null} base the rows to look at; all of them if null
 * @returns {Sifted} a row passes if it has one of the chosen values of every facet with such;
 * a value's count is that of the rows that have it and pass every facet but its own
 */
export function sift(given, chosen, base) {
  const facets = [...given.facets];
  const tests = facets.flatMap(([name, facet], place) => {
    const values = chosen.get(name);
    return values && values.size > 0 ? [{ facet, place, wanted: wantedOf(facet, values) }] : [];
  });
  const counts = facets.map(([, { values }]) => new Uint32Array(values.length));
  const passes = new Uint8Array(given.ids.length);
  let count = 0;
  for (let row = 0; row < passes.length; row += 1) {
    if (base && !base[row]) continue;
    let missed = -1;
    let misses = 0;
    for (const { facet, place, wanted } of tests) {
      if (has(facet, wanted, row)) continue;
      missed = place;
      misses += 1;
      if (misses > 1) break;
    }
    if (misses > 1) continue;
    if (misses === 0) {
      passes[row] = 1;
      count += 1;
      facets.forEach(([, facet], place) => add(facet, row, /** @type {Uint32Array} */ (counts[place])));
    } else {
      add(/** @type {[string, Facet]} */ (facets[missed])[1], row, /** @type {Uint32Array} */ (counts[missed]));
    }
  }
  return { passes, count, counts: new Map(facets.map(([name], place) => [name, /** @type {Uint32Array} */ (counts[place])])) };
}

/**
 * @param {Table} given
 * @param {Uint8Array} passes
 * @param {Iterable<number>} order positions of rows
 * @returns {string[]} the ids of the rows that pass, in this order
 */
export function inOrder(given, passes, order) {
  const ids = [];
  for (const row of order) {
    const id = given.ids[row];
    if (passes[row] && id !== undefined) ids.push(id);
  }
  return ids;
}

/**
 * @param {Facet} facet
 * @param {Set<string>} values
 */
function wantedOf(facet, values) {
  return Uint8Array.from(facet.values, (value) => (values.has(value) ? 1 : 0));
}

/**
 * @param {Facet} facet
 * @param {Uint8Array} wanted
 * @param {number} row
 */
function has({ starts, held }, wanted, row) {
  const end = /** @type {number} */ (starts[row + 1]);
  for (let place = /** @type {number} */ (starts[row]); place < end; place += 1) {
    if (wanted[/** @type {number} */ (held[place])]) return true;
  }
  return false;
}

/**
 * @param {Facet} facet
 * @param {number} row
 * @param {Uint32Array} counts
 */
function add({ starts, held }, row, counts) {
  const end = /** @type {number} */ (starts[row + 1]);
  for (let place = /** @type {number} */ (starts[row]); place < end; place += 1) {
    const value = /** @type {number} */ (held[place]);
    counts[value] = /** @type {number} */ (counts[value]) + 1;
  }
}
