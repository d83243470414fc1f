// Letters as a keyboard without them writes them, and the marks that say why something was found.

import assert from "node:assert/strict";
import { test } from "node:test";
import { folded, withoutSpecialLetters } from "../../hubtool/theme/js/find/fold.js";
import { markedWords, piecesWith } from "../../hubtool/theme/js/find/reasons.js";

test("accents, special letters and apostrophes fold alike", () => {
  assert.equal(folded("Łódź"), "lodz");
  assert.equal(folded("Đà Nẵng"), "da nang");
  assert.equal(folded("Hawaiʻi, Hawai’i, Hawai'i"), "hawaii, hawaii, hawaii");
  assert.equal(folded("Tromsø straße"), "tromso strasse");
});

test("what a word index folds by itself is left to it", () => {
  assert.equal(withoutSpecialLetters("Łódź Café"), "lódź Café");
});

test("the words of an excerpt are marked wherever they stand", () => {
  const words = markedWords("Anglers <mark>walked</mark> the <mark>River.</mark>");
  assert.deepEqual([...words], ["walked", "river"]);
  assert.deepEqual(
    piecesWith("River walks, rivers walked", words).filter(({ isMarked }) => isMarked),
    [
      { text: "River", isMarked: true },
      { text: "walked", isMarked: true },
    ],
  );
});
