// The map of places that can be moved, in place of the still one.

import { layers } from "./dots.js";

/**
 * @typedef {import("../find/places.js").Spot} Spot
 * @typedef {(spot: Spot) => Promise<HTMLElement | null>} Said what the list says of a place
 * @typedef {{ show: (spots: readonly Spot[], said: Said) => void }} Atlas
 */

const NEAREST = 5; // times doubled: then the coast is drawn as finely as we have it
const NEAR_ENOUGH = 4; // for what was found: a single place with the country around it
const PADDING = { paddingTopLeft: [70, 30], paddingBottomRight: [30, 30] }; // no dot lies below the buttons on the left

/** @param {string} name */
function beside(name) {
  return new URL(`../../${name}`, import.meta.url).href;
}

/** @returns {Promise<SVGElement>} the coasts, finer than those of the still map */
async function coasts() {
  const answer = await fetch(beside("atlas.svg"));
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const drawing = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
  return /** @type {SVGElement} */ (/** @type {unknown} */ (document.importNode(drawing, true)));
}

/** @returns {Promise<void>} when the map's own styles are in force */
function styled() {
  return new Promise((resolve, reject) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = beside("vendor/leaflet.css");
    sheet.onload = () => resolve();
    sheet.onerror = reject;
    document.head.prepend(sheet);
  });
}

/**
 * @param {HTMLElement} figure with the still map, and the words of the other one
 * @param {readonly Spot[]} all the places of the hub
 * @returns {Promise<Atlas>} the map, without a place on it; it fails where something cannot be had
 */
export async function atlas(figure, all) {
  const [drawing] = await Promise.all([coasts(), styled(), import(beside("vendor/leaflet.js"))]);
  /** @type {any} */
  const L = /** @type {any} */ (globalThis).L;
  const [width = 0, height = 0] = (figure.dataset["size"] ?? "").split(" ").map(Number);
  const world = L.latLngBounds([0, 0], [height, width]);
  const place = document.createElement("div");
  place.className = "atlas";
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", figure.dataset["label"] ?? "");
  figure.querySelector("[data-still]")?.replaceWith(place);

  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new (isCalm ? calm(L) : L.Map)(place, {
    // Down is more, as in the drawing: its units are the map's degrees.
    crs: L.extend({}, L.CRS.Simple, { transformation: new L.Transformation(1, 0, 1, 0) }),
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false, // the page is scrolled past it
    zoomSnap: 0,
    minZoom: -3,
    maxZoom: NEAREST,
    maxBounds: world.pad(0.2),
    zoomAnimation: !isCalm,
    fadeAnimation: !isCalm,
    inertia: !isCalm,
  });
  L.control.zoom({ position: "bottomleft", zoomInTitle: figure.dataset["nearer"], zoomOutTitle: figure.dataset["farther"] }).addTo(map);
  drawing.setAttribute("aria-hidden", "true");
  L.svgOverlay(drawing, world).addTo(map);
  leadToWhatOpens(map, place, figure.dataset["close"] ?? "");

  const whole = around(L, all) ?? world;
  map.fitBounds(whole, { ...PADDING, animate: false });
  map.setMinZoom(Math.min(map.getZoom(), map.getBoundsZoom(world)));
  const dots = layers(L, map, figure);
  let isFirst = true;

  return {
    show(spots, said) {
      map.stop().closePopup();
      dots.fill(spots, said);
      const isWhole = spots.length === all.length;
      map.fitBounds(around(L, spots) ?? whole, { ...PADDING, maxZoom: isWhole ? NEAREST : NEAR_ENOUGH, animate: !isFirst && !isCalm });
      isFirst = false;
    },
  };
}

/**
 * @param {any} L
 * @param {readonly Spot[]} spots
 * @returns {any} the smallest part of the map with all of them; null where none has a point
 */
function around(L, spots) {
  const points = spots.flatMap(({ point }) => (point ? [[point[1], point[0]]] : []));
  return points.length > 0 ? L.latLngBounds(points) : null;
}

/**
 * @param {any} L
 * @returns {any} maps that never slide, for readers who asked for less motion
 */
function calm(L) {
  return L.Map.extend({
    /**
     * @param {unknown} offset
     * @param {object} options
     */
    panBy(offset, options) {
      return L.Map.prototype.panBy.call(this, offset, { ...options, animate: false });
    },
  });
}

/**
 * Lets who opened something by keyboard read it next, leave it with Escape, and go on from the same dot.
 *
 * @param {any} map
 * @param {HTMLElement} place
 * @param {string} close the name of the button that closes it
 */
function leadToWhatOpens(map, place, close) {
  /** @type {Element | null} */
  let opener = null;
  map.on("popupopen", (/** @type {any} */ event) => {
    /** @type {HTMLElement} */
    const box = event.popup.getElement();
    box.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", close);
    opener = document.activeElement;
    box.querySelector("a")?.focus({ preventScroll: true });
  });
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    map.closePopup();
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  });
}
