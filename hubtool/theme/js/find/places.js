// The places of the hub: where they are, which cases happened there, and what the list says of each.

import { fromRoot, json } from "./dom.js";

/**
 * @typedef {{
 *   together: number,
 *   countries: { id: string, name: string, regions: [string, number][] }[],
 *   names: string[], points: string[], cases: string[],
 * }} Columns as the file has them: `hubtool/exports/finding_places.py` says how
 *
 * @typedef {{ id: string, name: string }} Country
 * @typedef {{ number: number, name: string, country: Country, region: string, point: [number, number] | null, rows: number[] }} Spot
 * a place by its number in the list; `rows` are those of its cases in the table of cases
 *
 * @typedef {{ spots: Spot[], entryOf: (spot: Spot, passes: Uint8Array | null) => Promise<HTMLElement | null> }} Places
 */

/**
 * @param {string} address
 * @returns {Promise<Places>}
 */
export async function places(address) {
  /** @type {Columns} */
  const columns = await json(address);
  /** @type {Map<number, Promise<Element[]>>} */
  const files = new Map();

  /** @param {number} number of a file */
  function entries(number) {
    let file = files.get(number);
    if (!file) {
      file = json(`assets/find/places/${number}.json`).then((html) => [...fromRoot(html).content.children]);
      file.catch(() => files.delete(number));
      files.set(number, file);
    }
    return file;
  }

  return {
    spots: spotsOf(columns),
    /** What the list says of a place, and of those of its cases that were found; all of them if null. */
    async entryOf({ number, rows }, passes) {
      const own = (await entries(Math.floor(number / columns.together)))[number % columns.together];
      const entry = own?.cloneNode(true);
      if (!(entry instanceof HTMLElement)) return null;
      if (passes) [...entry.querySelectorAll(".at")].forEach((one, place) => passes[rows[place] ?? -1] || one.remove());
      return entry;
    },
  };
}

/**
 * @param {Columns} columns
 * @returns {Spot[]}
 */
function spotsOf({ countries, names, points, cases }) {
  const homes = countries.flatMap(({ id, name, regions }) => {
    const country = { id, name };
    return regions.flatMap(([region, count]) => Array.from({ length: count }, () => ({ country, region })));
  });
  return homes.map(({ country, region }, number) => {
    const [x, y] = (points[number] || "").split(" ").map(Number);
    const rows = (cases[number] ?? "").split(" ").map(Number);
    return { number, name: names[number] ?? "", country, region, point: x === undefined || y === undefined ? null : [x, y], rows };
  });
}
