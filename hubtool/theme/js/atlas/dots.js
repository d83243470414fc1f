// The dots on the map: what opens, and what leads nearer.

import { clusters } from "./clusters.js";

/**
 * @typedef {import("./atlas.js").Said} Said
 * @typedef {import("../find/places.js").Spot} Spot
 * @typedef {{ x: number, y: number, spot: Spot }} Dot
 * @typedef {import("./clusters.js").Group<Dot>} Group
 */

const FRAME = 76; // pixels around what a dot opens, its tip and the edge of the map included
const MOST = 300; // drawn at once: of more, those in sight and around it

/**
 * @param {any} L
 * @param {any} map
 * @param {HTMLElement} figure
 */
export function layers(L, map, figure) {
  const layer = L.layerGroup().addTo(map);
  /** @type {Dot[]} */
  let dots = [];
  /** @type {Said} */
  let said = () => Promise.resolve(null);
  /** @type {{ group: Group, marker: any }[]} */
  let shown = [];
  let isPart = false;

  function renew() {
    const held = shown.find(({ marker }) => marker.getElement() === document.activeElement)?.group.dots[0];
    layer.clearLayers();
    const groups = clusters(dots, 2 ** map.getZoom());
    const sight = map.getBounds().pad(1);
    isPart = groups.length > MOST;
    shown = (isPart ? groups.filter(({ x, y }) => sight.contains([y, x])) : groups).map((group) => ({ group, marker: mark(group) }));
    // Whoever goes by keyboard stays at the same place when dots part or meet.
    if (held) shown.find(({ group }) => group.dots.includes(held))?.marker.getElement()?.focus({ preventScroll: true });
  }

  /** @param {Group} group */
  function mark(group) {
    const { x, y } = group;
    const isOne = group.dots.length === 1;
    const label = document.createElement("span");
    label.textContent = isOne ? "" : String(group.dots.length);
    const title = isOne ? (group.dots[0]?.spot.name ?? "") : (figure.dataset["together"] ?? "").replace("{n}", String(group.dots.length));
    const size = isOne ? 26 : 34;
    const marker = L.marker([y, x], {
      icon: L.divIcon({ className: isOne ? "atlas-dot" : "atlas-dots", html: label, iconSize: [size, size] }),
      title,
      alt: title,
    });
    marker.on("click", () => void open(group, marker));
    marker.on("keypress", (/** @type {any} */ { originalEvent }) => {
      if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
      originalEvent.preventDefault();
      void open(group, marker);
    });
    return marker.addTo(layer);
  }

  /**
   * @param {Group} group
   * @param {any} marker
   */
  async function open(group, marker) {
    const around = L.latLngBounds(group.dots.map(({ x, y }) => [y, x]));
    // Places that no map could part are told together.
    const isOnePlace = map.getZoom() >= map.getMaxZoom() - 0.01 || around.getNorthEast().equals(around.getSouthWest());
    if (group.dots.length > 1 && !isOnePlace) {
      map.fitBounds(around.pad(0.3), { maxZoom: map.getMaxZoom() });
      return;
    }
    const content = await told(group.dots, said);
    if (!layer.hasLayer(marker)) return; // something else was asked for meanwhile
    const { x, y } = map.getSize();
    const most = { maxWidth: Math.min(300, x - FRAME), maxHeight: Math.min(260, y - FRAME) };
    L.popup({ ...most, offset: [0, -4] }).setLatLng(marker.getLatLng()).setContent(content).openOn(map);
  }

  map.on("zoomend", renew);
  map.on("moveend", () => isPart && renew());
  return {
    /**
     * @param {readonly Spot[]} spots
     * @param {Said} saying
     */
    fill(spots, saying) {
      dots = spots.flatMap((spot) => (spot.point ? [{ x: spot.point[0], y: spot.point[1], spot }] : []));
      said = saying;
      renew();
    },
  };
}

/**
 * @param {readonly Dot[]} dots
 * @param {Said} said
 * @returns {Promise<HTMLElement>} what the list says of these places, links and all
 */
async function told(dots, said) {
  const box = document.createElement("div");
  box.className = "atlas-said";
  const entries = await Promise.all(dots.map(({ spot }) => said(spot).catch(() => null)));
  entries.forEach((entry, place) => {
    const part = document.createElement("div");
    const name = document.createElement("b");
    name.textContent = dots[place]?.spot.name ?? "";
    part.append(...(entry ? entry.childNodes : [name]));
    box.append(part);
  });
  return box;
}
