// The address of a list: what is in it can be shared, kept, and read again.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isEmpty,
  parseState,
  queryString,
  withoutPart,
} from "../../hubtool/theme/js/find/state.js";

const isKnown = (facet, value) =>
  ["theme=flood", "theme=soil", "stage=data"].includes(`${facet}=${value}`);
const STATE = {
  words: "river walk",
  chosen: new Map([
    ["theme", new Set(["soil", "flood"])],
    ["stage", new Set(["data"])],
  ]),
  sort: "relevance",
};

test("an address is read: words, values and order", () => {
  assert.deepEqual(parseState("?q=+river+&theme=flood&theme=soil&sort=title", isKnown), {
    words: "river",
    chosen: new Map([["theme", new Set(["flood", "soil"])]]),
    sort: "title",
  });
});

test("values that the list does not have are left out", () => {
  assert.deepEqual(parseState("?theme=moon&utm_source=letter", isKnown).chosen, new Map());
});

test("the same state has the same address, whatever was chosen first", () => {
  const query = "?q=river+walk&stage=data&theme=flood&theme=soil&sort=relevance";
  assert.equal(queryString(STATE), query);
  assert.equal(queryString(parseState(query, isKnown)), query);
});

test("nothing asked is no query at all", () => {
  const nothing = { words: "", chosen: new Map([["theme", new Set()]]), sort: "" };
  assert.equal(queryString(nothing), "");
  assert.equal(isEmpty(nothing), true);
});

test("words, a value or an order alone is something", () => {
  const nothing = { words: "", chosen: new Map(), sort: "" };
  assert.equal(isEmpty({ ...nothing, words: "eel" }), false);
  assert.equal(isEmpty({ ...nothing, sort: "title" }), false);
  assert.equal(isEmpty({ ...nothing, chosen: new Map([["stage", new Set(["data"])]]) }), false);
});

test("a chip removes its value only, and changes nothing else", () => {
  assert.equal(
    queryString(withoutPart(STATE, "theme=soil")),
    "?q=river+walk&stage=data&theme=flood&sort=relevance",
  );
  assert.deepEqual(STATE.chosen.get("theme"), new Set(["soil", "flood"]));
});

test("without words there is no best match to sort by", () => {
  assert.equal(queryString(withoutPart(STATE, "q")), "?stage=data&theme=flood&theme=soil");
});

test("another order stays when the words go", () => {
  assert.equal(withoutPart({ ...STATE, sort: "title" }, "q").sort, "title");
});

test("everything can be removed at once", () => {
  assert.equal(isEmpty(withoutPart(STATE, "")), true);
});
