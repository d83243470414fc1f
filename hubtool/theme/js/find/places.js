// The places of the hub: where they are, which cases happened there, and their entries in the list.

import { fetchJson, parseFromRoot } from "./dom.js";

/**
 * @typedef {{
 *   together: number,
 *   countries: { id: string, name: string, regions: [string, number][] }[],
 *   names: string[],
 *   points: string[],
 *   cases: string[],
 * }} PlaceColumns the file of places: `hubtool/exports/finding_places.py` describes it
 *
 * @typedef {{ id: string, name: string }} Country
 * @typedef {{
 *   number: number,
 *   name: string,
 *   country: Country,
 *   region: string,
 *   point: [number, number] | null,
 *   rows: number[],
 * }} Place
 * `number` is its position in the list; `rows` are those of its cases in the table of cases
 */

export class Places {
  #entriesInFile;
  /** @type {Map<number, Promise<Element[]>>} */
  #files = new Map();

  /** @param {PlaceColumns} columns */
  constructor(columns) {
    this.all = placesOf(columns);
    this.#entriesInFile = columns.together;
  }

  /**
   * @param {Place} place
   * @param {Uint8Array | null} passes the cases to name; all of them if null
   * @returns {Promise<HTMLElement | null>} the entry of the place in the list
   */
  async entryOf({ number, rows }, passes) {
    const entries = await this.#file(Math.floor(number / this.#entriesInFile));
    const entry = entries[number % this.#entriesInFile]?.cloneNode(true);
    if (!(entry instanceof HTMLElement)) return null;
    const cases = passes ? [...entry.querySelectorAll(".case-here")] : [];
    cases
      .filter((_, index) => !passes?.[rows[index]])
      .forEach((each) => {
        each.remove();
      });
    return entry;
  }

  /** @param {number} number */
  #file(number) {
    let file = this.#files.get(number);
    if (!file) {
      const loading = fetchJson(`assets/find/places/${number}.json`);
      file = loading.then((html) => [...parseFromRoot(html).children]);
      file.catch(() => this.#files.delete(number));
      this.#files.set(number, file);
    }
    return file;
  }
}

/**
 * @param {Place[]} places
 * @param {Uint8Array} passes
 * @returns {Place[]} those with a case that passes
 */
export function placesWith(places, passes) {
  return places.filter(({ rows }) => rows.some((row) => passes[row]));
}

/**
 * @param {Place[]} places
 * @param {Country} country
 * @param {Uint8Array} passes
 * @returns {number} how many cases of the country pass
 */
export function countCases(places, country, passes) {
  const own = places.filter((place) => place.country === country);
  return new Set(own.flatMap(({ rows }) => rows.filter((row) => passes[row]))).size;
}

/**
 * @param {PlaceColumns} columns
 * @returns {Place[]}
 */
function placesOf({ countries, names, points, cases }) {
  return regionOfEach(countries).map(({ country, region }, number) => ({
    number,
    name: names[number] ?? "",
    country,
    region,
    point: pointOf(points[number] ?? ""),
    rows: (cases[number] ?? "").split(" ").map(Number),
  }));
}

/** @param {PlaceColumns["countries"]} countries with the number of places in each region */
function regionOfEach(countries) {
  return countries.flatMap(({ id, name, regions }) => {
    const country = { id, name };
    return regions.flatMap(([region, count]) =>
      Array.from({ length: count }, () => ({ country, region })),
    );
  });
}

/**
 * @param {string} text `12.5 30`, or nothing
 * @returns {[number, number] | null}
 */
function pointOf(text) {
  const [x, y] = text.split(" ").map(Number);
  return x === undefined || y === undefined ? null : [x, y];
}
