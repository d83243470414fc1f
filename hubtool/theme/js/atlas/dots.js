// The dots on the map: each opens the entry of its place, or leads nearer to several.

import { clusters } from "./clusters.js";

/**
 * @import { Place } from "../find/places.js"
 * @import { EntryOf } from "./atlas.js"
 * @import { Bounds, Leaflet, LeafletMap, Marker } from "./leaflet"
 */

/**
 * @typedef {{ x: number, y: number, place: Place }} Dot
 * @typedef {import("./clusters.js").Group<Dot>} Group
 */

const FRAME = 76; // pixels around a popup, its tip and the edge of the map included
const MOST = 300; // dots drawn at once: of more, those in sight and around it
const POPUP = { width: 300, height: 260 }; // pixels
const SIZE = { single: 26, several: 34 }; // pixels
const AROUND = 0.3; // of the size of a group, around it
const SAME_ZOOM = 0.01;

export class Dots {
  #leaflet;
  #map;
  #layer;
  #groupTitle;
  /** @type {Dot[]} */
  #dots = [];
  /** @type {EntryOf} */
  #entryOf = () => Promise.resolve(null);
  /** @type {{ group: Group, marker: Marker }[]} */
  #shown = [];
  #isPart = false;

  /**
   * @param {Leaflet} leaflet
   * @param {LeafletMap} map
   * @param {string} groupTitle with `{n}` for the number of places
   */
  constructor(leaflet, map, groupTitle) {
    this.#leaflet = leaflet;
    this.#map = map;
    this.#layer = leaflet.layerGroup().addTo(map);
    this.#groupTitle = groupTitle;
    map.on("zoomend", () => this.#draw());
    map.on("moveend", () => {
      if (this.#isPart) this.#draw();
    });
  }

  /**
   * @param {readonly Place[]} places
   * @param {EntryOf} entryOf
   */
  fill(places, entryOf) {
    this.#dots = places.flatMap((place) => {
      const { point } = place;
      return point ? [{ x: point[0], y: point[1], place }] : [];
    });
    this.#entryOf = entryOf;
    this.#draw();
  }

  #draw() {
    const focused = this.#shown.find(({ marker }) => marker.getElement() === document.activeElement)
      ?.group.dots[0];
    this.#layer.clearLayers();
    const groups = clusters(this.#dots, 2 ** this.#map.getZoom());
    this.#isPart = groups.length > MOST;
    const sight = this.#map.getBounds().pad(1);
    const visible = this.#isPart ? groups.filter(({ x, y }) => sight.contains([y, x])) : groups;
    this.#shown = visible.map((group) => ({ group, marker: this.#addMarker(group) }));
    if (!focused) return;
    // A reader with a keyboard stays at the same place when dots part or meet.
    const next = this.#shown.find(({ group }) => group.dots.includes(focused));
    next?.marker.getElement()?.focus({ preventScroll: true });
  }

  /** @param {Group} group */
  #addMarker(group) {
    const { x, y } = group;
    const title = this.#title(group);
    const icon = this.#leaflet.divIcon(iconOptions(group.dots.length));
    const marker = this.#leaflet.marker([y, x], { icon, title, alt: title });
    marker.on("click", () => void this.#open(group, marker));
    marker.on("keypress", ({ originalEvent }) => {
      if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
      originalEvent.preventDefault();
      void this.#open(group, marker);
    });
    marker.addTo(this.#layer);
    // Without it a group is called by the number that stands on it.
    marker.getElement()?.setAttribute("aria-label", title);
    return marker;
  }

  /** @param {Group} group */
  #title({ dots }) {
    if (dots.length === 1) return dots[0].place.name;
    return this.#groupTitle.replace("{n}", String(dots.length));
  }

  /**
   * @param {Group} group
   * @param {Marker} marker
   */
  async #open({ dots }, marker) {
    const bounds = this.#leaflet.latLngBounds(dots.map(({ x, y }) => [y, x]));
    if (dots.length > 1 && !this.#areTogether(bounds)) {
      this.#map.fitBounds(bounds.pad(AROUND), { maxZoom: this.#map.getMaxZoom() });
      return;
    }
    const content = await popupContent(dots, this.#entryOf);
    if (!this.#layer.hasLayer(marker)) return; // something else was asked for meanwhile
    const size = this.#map.getSize();
    const maxWidth = Math.min(POPUP.width, size.x - FRAME);
    const maxHeight = Math.min(POPUP.height, size.y - FRAME);
    const popup = this.#leaflet.popup({ maxWidth, maxHeight, offset: [0, -4] });
    popup.setLatLng(marker.getLatLng()).setContent(content).openOn(this.#map);
  }

  /**
   * @param {Bounds} bounds
   * @returns {boolean} whether no map could part the places: they open in one popup
   */
  #areTogether(bounds) {
    const isNearest = this.#map.getZoom() >= this.#map.getMaxZoom() - SAME_ZOOM;
    return isNearest || bounds.getNorthEast().equals(bounds.getSouthWest());
  }
}

/** @param {number} count of places */
function iconOptions(count) {
  const isSingle = count === 1;
  const size = isSingle ? SIZE.single : SIZE.several;
  const label = document.createElement("span");
  label.textContent = isSingle ? "" : String(count);
  return {
    className: isSingle ? "atlas-dot" : "atlas-dots",
    html: label,
    iconSize: [size, size],
  };
}

/**
 * @param {readonly Dot[]} dots
 * @param {EntryOf} entryOf
 * @returns {Promise<HTMLElement>} the entries of these places in the list, with their links
 */
async function popupContent(dots, entryOf) {
  const box = document.createElement("div");
  box.className = "atlas-popup";
  const entries = await Promise.all(dots.map(({ place }) => entryOf(place).catch(() => null)));
  for (const [index, entry] of entries.entries()) {
    const part = document.createElement("div");
    const name = document.createElement("b");
    name.textContent = dots[index].place.name;
    part.append(...(entry ? entry.childNodes : [name]));
    box.append(part);
  }
  return box;
}
