// What was found on the map, and in the list of places below it.

import { ROOT, element } from "./dom.js";
import { listsOf } from "./lists.js";
import { places } from "./places.js";
import { say } from "./words.js";

/**
 * @typedef {import("./finder.js").View} View
 * @typedef {import("./finder.js").Result} Result
 * @typedef {import("./places.js").Places} Places
 * @typedef {import("./places.js").Spot} Spot
 * @typedef {import("../atlas/atlas.js").Atlas} Atlas
 */

const PAGE = 100;

/**
 * @param {HTMLElement} root
 * @returns {View}
 */
export function view(root) {
  const lists = listsOf(root, PAGE);
  const figure = root.querySelector("[data-atlas]");
  const unmapped = figure?.querySelector("[data-unmapped]");
  const loading = places(new URL(root.dataset["places"] ?? "", document.baseURI).href);
  loading.catch(() => undefined); // told when it is asked for
  /** @type {Places | undefined} */
  let all;
  /** @type {Promise<Atlas> | undefined} */
  let drawing;
  /** @type {Result | null} */
  let result = null;

  async function ready() {
    all = await loading;
  }

  /**
   * @param {Places} known
   * @param {Result | null} found
   */
  async function showMap(known, found) {
    if (!(figure instanceof HTMLElement)) return;
    const passes = found?.passes ?? null;
    const spots = passes ? foundOf(known.spots, passes) : known.spots;
    if (unmapped) unmapped.textContent = say("unmapped", { n: spots.filter(({ point }) => !point).length });
    drawing ??= import("../atlas/atlas.js").then(({ atlas }) => atlas(figure, known.spots));
    const map = await drawing.catch(() => undefined); // the still one stays where it cannot be had
    if (result === found) map?.show(spots, (spot) => known.entryOf(spot, passes));
  }

  /** @param {Result} found */
  async function showList(found) {
    if (!all) return;
    const spots = foundOf(all.spots, found.passes);
    const parts = await sections(all, spots.slice(0, lists.shown()), found.passes);
    if (!found.isCurrent()) return;
    lists.list.replaceChildren(...parts);
    lists.swap(spots.length);
  }

  lists.button.addEventListener("click", async () => {
    const found = result;
    if (!found) return;
    const from = lists.further();
    await showList(found);
    const next = lists.list.querySelectorAll(".spots > li")[from]?.querySelector("a[href]");
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  });

  return {
    ready,
    told: (count, passes) => say("in-places", { cases: count, n: all ? foundOf(all.spots, passes).length : 0 }),
    begin: lists.begin,
    goOn: lists.goOn,
    async show(found) {
      result = found;
      if (!found) lists.swap(null);
      await ready().catch(() => undefined); // the page's own list needs nothing
      if (!all || result !== found) return;
      void showMap(all, found);
      if (found) await showList(found);
    },
  };
}

/**
 * @param {Spot[]} spots
 * @param {Uint8Array} passes
 */
function foundOf(spots, passes) {
  return spots.filter(({ rows }) => rows.some((row) => passes[row]));
}

/**
 * @param {Places} all
 * @param {Spot[]} spots in the order of the list
 * @param {Uint8Array} passes
 * @returns {Promise<HTMLElement[]>} the countries with their regions and places, like those of the page
 */
async function sections(all, spots, passes) {
  const entries = await Promise.all(spots.map((spot) => all.entryOf(spot, passes)));
  const lands = element("div", { class: "lands" });
  const jumps = element("ul", { class: "chips jumps2", "aria-label": say("countries") });
  /** @type {Spot | undefined} */
  let before;
  let list = element("ul", { class: "spots" });
  spots.forEach((spot, place) => {
    const { country, region } = spot;
    const isNew = before?.country !== country;
    if (isNew) {
      const count = casesIn(all.spots, country, passes);
      const id = `found-${country.id}`;
      jumps.append(element("li", {}, element("a", { class: "chip", href: `#${id}` }, `${country.name} `, counted(String(count)))));
      lands.append(headed(country, id, say("cases", { n: count })));
    }
    if (isNew || before?.region !== region) {
      list = element("ul", { class: "spots" });
      lands.lastElementChild?.append(...(region ? [element("h4", {}, region)] : []), list);
    }
    const entry = entries[place];
    if (entry) list.append(entry);
    before = spot;
  });
  return [jumps, lands];
}

/**
 * @param {import("./places.js").Country} country
 * @param {string} id
 * @param {string} count
 */
function headed(country, id, count) {
  const link = element("a", { href: new URL(`places/${country.id}/`, ROOT).href }, country.name);
  return element("section", { class: "land-of", id }, element("h3", {}, link, " ", counted(count)));
}

/** @param {string} text */
function counted(text) {
  return element("span", { class: "cnt" }, text);
}

/**
 * @param {Spot[]} spots
 * @param {import("./places.js").Country} country
 * @param {Uint8Array} passes
 */
function casesIn(spots, country, passes) {
  return new Set(spots.filter((spot) => spot.country === country).flatMap(({ rows }) => rows.filter((row) => passes[row]))).size;
}
