// The map of places, in place of the still one: its dots are those of the list below it.

/**
 * A place of the list: where it is on the map, and what the list says of it.
 *
 * @typedef {{x: number, y: number, entry: HTMLElement}} Spot
 */

const NEAR = 40; // pixels between two dots below which they become one
const NEAREST = 5; // times doubled: then the coast is drawn as finely as we have it

/**
 * Places shown as one dot, which stands in their middle.
 *
 * @typedef {{x: number, y: number, spots: readonly Spot[]}} Group
 */

/**
 * Puts together what would touch, until nothing does.
 *
 * @param {readonly Spot[]} spots
 * @param {number} scale pixels for one unit of the map
 * @returns {Group[]}
 */
export function clusters(spots, scale) {
  let groups = spots.map((spot) => middle([spot]));
  for (let before = Infinity; groups.length < before; ) {
    before = groups.length;
    groups = joined(groups, scale);
  }
  return groups;
}

/**
 * @param {readonly Group[]} groups
 * @param {number} scale
 * @returns {Group[]} the same, each joined with the first before it that is too near
 */
function joined(groups, scale) {
  /** @type {Group[]} */
  const apart = [];
  for (const group of groups) {
    const near = apart.findIndex((other) => Math.hypot(other.x - group.x, other.y - group.y) * scale < NEAR);
    const other = apart[near];
    if (other) apart[near] = middle([...other.spots, ...group.spots]);
    else apart.push(group);
  }
  return apart;
}

/**
 * @param {readonly Spot[]} spots
 * @returns {Group}
 */
function middle(spots) {
  const mean = (/** @type {"x" | "y"} */ side) => spots.reduce((sum, spot) => sum + spot[side], 0) / spots.length;
  return { x: mean("x"), y: mean("y"), spots };
}

/**
 * @param {ParentNode} page
 * @returns {Spot[]} the places of the list that have a point
 */
export function spotsOf(page) {
  return [...page.querySelectorAll("[data-spot]")].map((entry) => {
    const [x = 0, y = 0] = (entry.getAttribute("data-spot") ?? "").split(" ").map(Number);
    return { x, y, entry: /** @type {HTMLElement} */ (entry) };
  });
}

/**
 * @param {readonly Spot[]} group
 * @returns {HTMLElement} what the list says of these places, links and all
 */
function said(group) {
  const box = document.createElement("div");
  box.className = "atlas-said";
  for (const { entry } of group) {
    const part = document.createElement("div");
    part.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
    box.append(part);
  }
  return box;
}

/** @param {string} name */
function beside(name) {
  return new URL(name, import.meta.url).href;
}

/** @returns {Promise<SVGElement>} the coasts, finer than those of the still map */
async function coasts() {
  const answer = await fetch(beside("../atlas.svg"));
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const drawing = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
  return /** @type {SVGElement} */ (/** @type {unknown} */ (document.importNode(drawing, true)));
}

/** @returns {Promise<void>} when the map's own styles are in force */
function styled() {
  return new Promise((resolve, reject) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = beside("../vendor/leaflet.css");
    sheet.onload = () => resolve();
    sheet.onerror = reject;
    document.head.prepend(sheet);
  });
}

/** @param {HTMLElement} figure */
async function draw(figure) {
  const still = figure.querySelector("svg");
  const spots = spotsOf(document);
  if (!still || !spots.length) return;
  const [drawing] = await Promise.all([coasts(), styled(), import(beside("../vendor/leaflet.js"))]);
  /** @type {any} */
  const L = /** @type {any} */ (globalThis).L;

  const [width = 0, height = 0] = (figure.dataset.size ?? "").split(" ").map(Number);
  const world = L.latLngBounds([0, 0], [height, width]);
  const place = document.createElement("div");
  place.className = "atlas";
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", figure.dataset.label ?? "");
  still.replaceWith(place);

  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(place, {
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
  L.control.zoom({ position: "bottomleft", zoomInTitle: figure.dataset.nearer, zoomOutTitle: figure.dataset.farther }).addTo(map);
  drawing.setAttribute("aria-hidden", "true");
  L.svgOverlay(drawing, world).addTo(map);
  const dots = L.layerGroup().addTo(map);

  function renew() {
    dots.clearLayers();
    for (const group of clusters(spots, 2 ** map.getZoom())) dots.addLayer(dot(L, map, group, figure));
  }
  map.on("zoomend", renew);
  leadToWhatOpens(map, place, figure.dataset.close ?? "");
  map.fitBounds(L.latLngBounds(spots.map(({ x, y }) => [y, x])), { padding: [30, 30], animate: false });
  map.setMinZoom(Math.min(map.getZoom(), map.getBoundsZoom(world)));
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

/**
 * @param {any} L
 * @param {any} map
 * @param {Group} group
 * @param {HTMLElement} figure
 */
function dot(L, map, { x, y, spots }, figure) {
  const isOne = spots.length === 1;
  const around = L.latLngBounds(spots.map((spot) => [spot.y, spot.x]));
  const mark = document.createElement("span");
  mark.textContent = isOne ? "" : String(spots.length);
  const name = spots[0]?.entry.querySelector("b")?.textContent ?? "";
  const title = isOne ? name : (figure.dataset.together ?? "").replace("{n}", String(spots.length));
  const size = isOne ? 26 : 34;
  const marker = L.marker([y, x], {
    icon: L.divIcon({ className: isOne ? "atlas-dot" : "atlas-dots", html: mark, iconSize: [size, size] }),
    title,
    alt: title,
  });
  // Places that no map could part are told together.
  const isOnePlace = map.getZoom() >= NEAREST - 0.01 || around.getNorthEast().equals(around.getSouthWest());
  if (isOne || isOnePlace) marker.bindPopup(said(spots), { maxWidth: 300, maxHeight: 260 });
  else marker.on("click", () => map.fitBounds(around.pad(0.3), { maxZoom: NEAREST }));
  return marker;
}

for (const figure of document.querySelectorAll("[data-atlas]")) {
  // Where it cannot be had, the still map and the list are there.
  draw(/** @type {HTMLElement} */ (figure)).catch(() => undefined);
}
