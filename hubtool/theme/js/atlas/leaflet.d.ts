// The part of Leaflet that the map uses: what it loads has no types of its own.

/** Latitude and longitude: on our map down, then right. */
export type Point = [number, number];

export interface Bounds {
  contains(point: Point): boolean;
  getNorthEast(): { equals(point: object): boolean };
  getSouthWest(): object;
  pad(share: number): Bounds;
}

export interface LayerGroup {
  addTo(map: LeafletMap): LayerGroup;
  clearLayers(): void;
  hasLayer(layer: Marker): boolean;
}

export interface Marker {
  addTo(group: LayerGroup): Marker;
  getElement(): HTMLElement | undefined;
  getLatLng(): object;
  on(event: string, listener: (event: { originalEvent: KeyboardEvent }) => void): void;
}

export interface Popup {
  getElement(): HTMLElement;
  openOn(map: LeafletMap): Popup;
  setContent(content: HTMLElement): Popup;
  setLatLng(point: object): Popup;
}

export interface LeafletMap {
  closePopup(): LeafletMap;
  fitBounds(bounds: Bounds, options?: object): LeafletMap;
  getBounds(): Bounds;
  getBoundsZoom(bounds: Bounds): number;
  getMaxZoom(): number;
  getSize(): { x: number; y: number };
  getZoom(): number;
  on(event: string, listener: (event: { popup: Popup }) => void): LeafletMap;
  panBy(offset: unknown, options: object): LeafletMap;
  setMinZoom(zoom: number): LeafletMap;
  stop(): LeafletMap;
}

export interface MapClass {
  new (element: HTMLElement, options: object): LeafletMap;
  extend(members: object): MapClass;
  prototype: LeafletMap;
}

export interface Leaflet {
  CRS: { Simple: object };
  Map: MapClass;
  Transformation: new (a: number, b: number, c: number, d: number) => object;
  control: { zoom(options: object): { addTo(map: LeafletMap): void } };
  divIcon(options: object): object;
  extend(...objects: object[]): object;
  latLngBounds(points: Point[]): Bounds;
  layerGroup(): LayerGroup;
  marker(point: Point, options: object): Marker;
  popup(options: object): Popup;
  svgOverlay(drawing: SVGElement, bounds: Bounds): { addTo(map: LeafletMap): void };
}
