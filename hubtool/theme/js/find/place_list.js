// Results on the map, and in the list of places below it.

import { element, fetchJson, findElement, ROOT } from "./dom.js";
import { PagedList } from "./paged_list.js";
import { countCases, Places, placesWith } from "./places.js";
import { say } from "./words.js";

/**
 * @import { Atlas } from "../atlas/atlas.js"
 * @import { Listing, View } from "./finder.js"
 * @import { Country, Place } from "./places.js"
 */

const PAGE_SIZE = 100;

/**
 * @param {HTMLElement} root
 * @returns {View}
 */
export function createView(root) {
  return new PlaceList(root);
}

/** @implements {View} */
class PlaceList {
  #pages;
  #figure;
  #loading;
  /** @type {Places | undefined} */
  #places;
  /** @type {Promise<Atlas> | undefined} */
  #atlas;
  /** @type {Listing | null} */
  #listing = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#pages = new PagedList(root, PAGE_SIZE);
    this.#figure = findElement(root, "[data-atlas]");
    this.#loading = fetchJson(new URL(root.dataset.places ?? "", document.baseURI).href);
    this.#loading.catch(() => undefined); // `load` reports it
    this.#pages.onMore(() => void this.#showMore());
  }

  async load() {
    const columns = await this.#loading;
    this.#places ??= new Places(columns);
  }

  /**
   * @param {string} cases
   * @param {Uint8Array} passes
   */
  countText(cases, passes) {
    const count = this.#places ? placesWith(this.#places.all, passes).length : 0;
    return say("in-places", { cases, n: count });
  }

  startOver() {
    this.#pages.startOver();
  }

  resume() {
    this.#pages.resume();
  }

  /** @param {Listing | null} listing */
  async show(listing) {
    this.#listing = listing;
    if (!listing) await this.#pages.showOriginal();
    await this.load().catch(() => undefined); // the page's own list needs nothing
    if (!this.#places || this.#listing !== listing) return;
    void this.#showMap(this.#places, listing);
    if (listing) await this.#showList(this.#places, listing);
  }

  async #showMore() {
    const listing = this.#listing;
    if (!listing) return;
    const before = this.#pages.extend();
    if (this.#places) await this.#showList(this.#places, listing);
    const entry = this.#pages.list.querySelectorAll(".place-list > li")[before];
    findElement(entry, "a[href]")?.focus({ preventScroll: true });
  }

  /**
   * @param {Places} places
   * @param {Listing} listing
   */
  async #showList(places, { passes, hitsOn, isCurrent }) {
    const matches = placesWith(places.all, passes);
    const parts = await sections(places, matches.slice(0, this.#pages.shown), passes);
    if (!isCurrent()) return;
    this.#pages.list.replaceChildren(...parts);
    this.#pages.showResults(matches.length);
    await explain(this.#pages.list, hitsOn);
  }

  /**
   * @param {Places} places
   * @param {Listing | null} listing
   */
  async #showMap(places, listing) {
    const figure = this.#figure;
    if (!figure) return;
    const passes = listing?.passes ?? null;
    const matches = passes ? placesWith(places.all, passes) : places.all;
    const unmapped = matches.filter(({ point }) => !point).length;
    const note = figure.querySelector("[data-unmapped]");
    if (note) note.textContent = say("unmapped", { n: unmapped });
    this.#atlas ??= import("../atlas/atlas.js").then(({ loadAtlas }) =>
      loadAtlas(figure, places.all),
    );
    const atlas = await this.#atlas.catch(() => undefined); // the still map stays where it fails
    if (this.#listing === listing) atlas?.show(matches, (place) => places.entryOf(place, passes));
  }
}

/**
 * Shows below each case why its words were found.
 *
 * @param {Element} list
 * @param {Listing["hitsOn"]} hitsOn
 */
async function explain(list, hitsOn) {
  const { showReason, whenNear } = await import("./reasons.js");
  for (const shown of list.querySelectorAll(".case-here")) {
    const address = shown.querySelector("a")?.getAttribute("href") ?? "";
    const hits = hitsOn(/cases\/([\w-]+)\//.exec(address)?.[1] ?? "");
    if (hits.length === 0) continue;
    shown.append(element("span", { class: "reason", "data-opening": "" }));
    whenNear(shown, () => void showReason(shown, hits));
  }
}

/**
 * @param {Places} places
 * @param {Place[]} matches in the order of the list
 * @param {Uint8Array} passes
 * @returns {Promise<HTMLElement[]>} the countries with their regions and places, as on the page,
 * below links to the countries
 */
async function sections(places, matches, passes) {
  const entries = await Promise.all(matches.map((place) => places.entryOf(place, passes)));
  const links = element("ul", { class: "chips country-jumps", "aria-label": say("countries") });
  const countries = element("div", { class: "countries" });
  /** @type {Place | undefined} */
  let previous;
  let list = element("ul", { class: "place-list" });
  matches.forEach((place, index) => {
    const { country, region } = place;
    const isNewCountry = previous?.country !== country;
    if (isNewCountry) {
      const count = countCases(places.all, country, passes);
      links.append(countryLink(country, count));
      countries.append(countrySection(country, count));
    }
    if (isNewCountry || previous?.region !== region) {
      list = element("ul", { class: "place-list" });
      const heading = region ? [element("h4", {}, region)] : [];
      countries.lastElementChild?.append(...heading, list);
    }
    const entry = entries[index];
    if (entry) list.append(entry);
    previous = place;
  });
  return [links, countries];
}

/**
 * @param {Country} country
 * @param {number} count of its cases
 */
function countryLink({ id, name }, count) {
  const label = countLabel(String(count));
  return element(
    "li",
    {},
    element("a", { class: "chip", href: `#found-${id}` }, `${name} `, label),
  );
}

/**
 * @param {Country} country
 * @param {number} count of its cases
 */
function countrySection({ id, name }, count) {
  const link = element("a", { href: new URL(`places/${id}/`, ROOT).href }, name);
  const heading = element("h3", {}, link, " ", countLabel(say("cases", { n: count })));
  return element("section", { class: "country", id: `found-${id}` }, heading);
}

/** @param {string} text */
function countLabel(text) {
  return element("span", { class: "heading-count" }, text);
}
