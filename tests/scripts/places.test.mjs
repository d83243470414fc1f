// The places of the hub, as the map and the list below it need them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { countCases, Places, placesWith } from "../../hubtool/theme/js/find/places.js";

const { all: PLACES } = new Places({
  together: 100,
  countries: [
    { id: "ie", name: "Ireland", regions: [["", 1]] },
    {
      id: "gb",
      name: "United Kingdom",
      regions: [
        ["Wales", 1],
        ["Yorkshire", 1],
      ],
    },
  ],
  names: ["Cork", "Cardiff", "Hull"],
  points: ["470.5 120", "", "500 110"],
  cases: ["0", "0 2", "2 3"],
});
const [CORK, CARDIFF, HULL] = PLACES;

test("places come with their country, region, point and cases", () => {
  assert.deepEqual(CORK, {
    number: 0,
    name: "Cork",
    country: { id: "ie", name: "Ireland" },
    region: "",
    point: [470.5, 120],
    rows: [0],
  });
  assert.equal(HULL.region, "Yorkshire");
});

test("a place may have no point", () => {
  assert.equal(CARDIFF.point, null);
});

test("places of a country share it", () => {
  assert.equal(CARDIFF.country, HULL.country);
});

test("a place is found with any of its cases", () => {
  const names = placesWith(PLACES, Uint8Array.of(0, 0, 1, 0)).map(({ name }) => name);
  assert.deepEqual(names, ["Cardiff", "Hull"]);
});

test("a case in two places of a country counts once", () => {
  assert.equal(countCases(PLACES, HULL.country, Uint8Array.of(0, 0, 1, 1)), 2);
});
