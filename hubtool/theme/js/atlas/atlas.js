// The map of places that can be moved, which replaces the still one.

import { Dots } from "./dots.js";

/**
 * @import { Place } from "../find/places.js"
 * @import { Bounds, Leaflet, LeafletMap, MapClass, Point } from "./leaflet"
 */

/**
 * @typedef {(place: Place) => Promise<HTMLElement | null>} EntryOf the entry of a place in the list
 */

const NEAREST = 5; // times doubled: then the coast is drawn as finely as we have it
const NEAR_ENOUGH = 4; // for results: a single place with the country around it
const FARTHEST = -3;
const FINE_FROM = 1; // times doubled: from then on the coasts of the still map look coarse
const MARGIN = 0.2; // of the map's size, around it
// No dot lies below the buttons on the left.
const PADDING = { paddingTopLeft: [70, 30], paddingBottomRight: [30, 30] };

/**
 * @param {HTMLElement} figure with the still map, and the words of this one
 * @param {readonly Place[]} places all of the hub
 * @returns {Promise<Atlas>} a map without a place on it; rejects where a part cannot be had
 */
export async function loadAtlas(figure, places) {
  return new Atlas(await loadLeaflet(), figure, places);
}

export class Atlas {
  #leaflet;
  #map;
  #dots;
  #isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  #count;
  /** The part of the map with all places. */
  #whole;
  #isFirst = true;

  /**
   * @param {Leaflet} leaflet
   * @param {HTMLElement} figure
   * @param {readonly Place[]} places
   */
  constructor(leaflet, figure, places) {
    const [width = 0, height = 0] = (figure.dataset.size ?? "").split(" ").map(Number);
    const world = leaflet.latLngBounds([
      [0, 0],
      [height, width],
    ]);
    const element = mapElement(figure.dataset.label ?? "");
    const coasts = coastsOf(figure, width, height);
    figure.querySelector("[data-still]")?.replaceWith(element);
    this.#leaflet = leaflet;
    this.#map = createMap(leaflet, element, world, this.#isCalm);
    this.#addControls(figure, coasts, world);
    keepFocusInPopups(this.#map, element, figure.dataset.close ?? "");
    this.#count = places.length;
    this.#whole = boundsOf(leaflet, places) ?? world;
    this.#map.on("zoomend", () => {
      if (this.#map.getZoom() > FINE_FROM) refineCoasts(coasts);
    });
    this.#map.fitBounds(this.#whole, { ...PADDING, animate: false });
    this.#map.setMinZoom(Math.min(this.#map.getZoom(), this.#map.getBoundsZoom(world)));
    this.#dots = new Dots(leaflet, this.#map, figure.dataset.together ?? "");
  }

  /**
   * @param {readonly Place[]} places
   * @param {EntryOf} entryOf
   */
  show(places, entryOf) {
    this.#map.stop().closePopup();
    this.#dots.fill(places, entryOf);
    this.#map.fitBounds(boundsOf(this.#leaflet, places) ?? this.#whole, {
      ...PADDING,
      maxZoom: places.length === this.#count ? NEAREST : NEAR_ENOUGH,
      animate: !this.#isFirst && !this.#isCalm,
    });
    this.#isFirst = false;
  }

  /**
   * @param {HTMLElement} figure
   * @param {SVGElement} coasts
   * @param {Bounds} world
   */
  #addControls({ dataset }, coasts, world) {
    const titles = { zoomInTitle: dataset.nearer, zoomOutTitle: dataset.farther };
    this.#leaflet.control.zoom({ position: "bottomleft", ...titles }).addTo(this.#map);
    coasts.setAttribute("aria-hidden", "true");
    this.#leaflet.svgOverlay(coasts, world).addTo(this.#map);
  }
}

/**
 * @param {string} name of an asset of the site
 * @returns {string} its address
 */
function assetAddress(name) {
  return new URL(`../../${name}`, import.meta.url).href;
}

/** @returns {Promise<Leaflet>} when its script and its styles are in force */
async function loadLeaflet() {
  await Promise.all([loadStyles(), import(assetAddress("vendor/leaflet.js"))]);
  return /** @type {{ L: Leaflet }} */ (/** @type {unknown} */ (globalThis)).L;
}

/** @returns {Promise<void>} */
function loadStyles() {
  return new Promise((resolve, reject) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = assetAddress("vendor/leaflet.css");
    sheet.onload = () => resolve();
    sheet.onerror = reject;
    document.head.prepend(sheet);
  });
}

/**
 * @param {HTMLElement} figure
 * @param {number} width
 * @param {number} height
 * @returns {SVGElement} the coasts of its still map, as a drawing of the whole world
 */
function coastsOf(figure, width, height) {
  const still = /** @type {SVGElement} */ (figure.querySelector("[data-still] svg"));
  const coasts = /** @type {SVGElement} */ (still.cloneNode());
  for (const name of coasts.getAttributeNames()) coasts.removeAttribute(name);
  coasts.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const land = still.querySelector(".land");
  if (land) coasts.append(land.cloneNode());
  return coasts;
}

/**
 * Draws the coasts finely once, if that can be had: near, a reader would see the corners.
 *
 * @param {SVGElement} coasts
 */
async function refineCoasts(coasts) {
  if (coasts.dataset.fine) return;
  coasts.dataset.fine = "asked";
  const response = await fetch(assetAddress("atlas.svg")).catch(() => null);
  if (!response?.ok) return;
  const drawing = new DOMParser().parseFromString(await response.text(), "image/svg+xml");
  const land = drawing.querySelector(".land");
  if (land) coasts.replaceChildren(document.importNode(land, true));
}

/** @param {string} label */
function mapElement(label) {
  const element = document.createElement("div");
  element.className = "atlas";
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", label);
  return element;
}

/**
 * @param {Leaflet} leaflet
 * @param {HTMLElement} element
 * @param {Bounds} world
 * @param {boolean} isCalm
 */
function createMap(leaflet, element, world, isCalm) {
  const flipped = new leaflet.Transformation(1, 0, 1, 0);
  return new (isCalm ? calmMap(leaflet) : leaflet.Map)(element, {
    // Down is more, as in the drawing: its units are the map's degrees.
    crs: leaflet.extend({}, leaflet.CRS.Simple, { transformation: flipped }),
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false, // the reader scrolls the page past it
    zoomSnap: 0,
    minZoom: FARTHEST,
    maxZoom: NEAREST,
    maxBounds: world.pad(MARGIN),
    zoomAnimation: !isCalm,
    fadeAnimation: !isCalm,
    inertia: !isCalm,
  });
}

/**
 * @param {Leaflet} leaflet
 * @returns {MapClass} maps that never slide, for readers who asked for less
 * motion
 */
function calmMap({ Map: LeafletMap }) {
  return LeafletMap.extend({
    /**
     * @this {LeafletMap}
     * @param {unknown} offset
     * @param {object} options
     */
    panBy(offset, options) {
      return LeafletMap.prototype.panBy.call(this, offset, { ...options, animate: false });
    },
  });
}

/**
 * @param {Leaflet} leaflet
 * @param {readonly Place[]} places
 * @returns {Bounds | null} the smallest part of the map with all of them; null where none has a
 * point
 */
function boundsOf(leaflet, places) {
  const points = places.flatMap(({ point }) => (point ? [pointOnMap(...point)] : []));
  return points.length > 0 ? leaflet.latLngBounds(points) : null;
}

/**
 * @param {number} x
 * @param {number} y
 * @returns {Point}
 */
function pointOnMap(x, y) {
  return [y, x];
}

/**
 * Lets a reader who opened a popup by keyboard read it next, leave it with Escape, and go on from
 * the same dot.
 *
 * @param {LeafletMap} map
 * @param {HTMLElement} element
 * @param {string} close the name of the button that closes it
 */
function keepFocusInPopups(map, element, close) {
  /** @type {Element | null} */
  let opener = null;
  map.on("popupopen", ({ popup }) => {
    const box = popup.getElement();
    box.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", close);
    opener = document.activeElement;
    box.querySelector("a")?.focus({ preventScroll: true });
  });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    map.closePopup();
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  });
}
