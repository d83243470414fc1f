// The map of places, in place of the still one: its dots are those of the list below it.

/**
 * A place of the list: where it is on the map, and what the list says of it.
 *
 * @typedef {{x: number, y: number, entry: HTMLElement}} Spot
 */

const NEAR = 40; // pixels between two dots below which they become one
const NEAREST = 5; // times doubled: then the coast is drawn as finely as we have it

/**
 * Puts together what would touch: each spot joins the first group that is near enough.
 *
 * @param {readonly Spot[]} spots
 * @param {number} scale pixels for one unit of the map
 * @returns {Spot[][]}
 */
export function clusters(spots, scale) {
  /** @type {Spot[][]} */
  const groups = [];
  for (const spot of spots) {
    const near = groups.find(([first]) => first && Math.hypot(first.x - spot.x, first.y - spot.y) * scale < NEAR);
    if (near) near.push(spot);
    else groups.push([spot]);
  }
  return groups;
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
  L.control.zoom({ zoomInTitle: figure.dataset.nearer, zoomOutTitle: figure.dataset.farther }).addTo(map);
  L.svgOverlay(drawing, world).addTo(map);
  const dots = L.layerGroup().addTo(map);

  function renew() {
    dots.clearLayers();
    for (const group of clusters(spots, 2 ** map.getZoom())) dots.addLayer(dot(L, map, group, figure));
  }
  map.on("zoomend", renew);
  map.fitBounds(L.latLngBounds(spots.map(({ x, y }) => [y, x])), { padding: [30, 30], animate: false });
  map.setMinZoom(Math.min(map.getZoom(), map.getBoundsZoom(world)));
}

/**
 * @param {any} L
 * @param {any} map
 * @param {readonly Spot[]} group
 * @param {HTMLElement} figure
 */
function dot(L, map, group, figure) {
  const around = L.latLngBounds(group.map(({ x, y }) => [y, x]));
  const mark = document.createElement("span");
  mark.textContent = group.length > 1 ? String(group.length) : "";
  const name = group[0]?.entry.querySelector("b")?.textContent ?? "";
  const title = group.length > 1 ? (figure.dataset.together ?? "").replace("{n}", String(group.length)) : name;
  const size = group.length > 1 ? 34 : 22;
  const marker = L.marker(group.length > 1 ? around.getCenter() : [group[0]?.y, group[0]?.x], {
    icon: L.divIcon({ className: group.length > 1 ? "atlas-dots" : "atlas-dot", html: mark, iconSize: [size, size] }),
    title,
    alt: title,
  });
  // Places that no map could part are told together.
  const isOnePlace = map.getZoom() >= NEAREST - 0.01 || around.getNorthEast().equals(around.getSouthWest());
  if (group.length > 1 && !isOnePlace) {
    marker.on("click", () => map.fitBounds(around.pad(0.3), { maxZoom: NEAREST }));
  } else {
    marker.bindPopup(said(group), { maxWidth: 300, maxHeight: 260 });
  }
  return marker;
}

for (const figure of document.querySelectorAll("[data-atlas]")) {
  // Where it cannot be had, the still map and the list are there.
  draw(/** @type {HTMLElement} */ (figure)).catch(() => undefined);
}
