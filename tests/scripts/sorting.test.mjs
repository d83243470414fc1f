// The order of a list: usual, chosen, or by the best match while there are words.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { ChosenSorting, KeptSorting } from "../../hubtool/theme/js/find/sorting.js";

// As much of `<select>` and `<option>` as the order of a list needs.
class Select {
  value = "newest";
  first = null;

  prepend(option) {
    option.isConnected = true;
    this.first = option;
  }
}

class Option {
  isConnected = false;

  remove() {
    this.isConnected = false;
  }
}

let select;
let sorting;

beforeEach(() => {
  select = new Select();
  sorting = new ChosenSorting(select, new Option());
});

test("the usual order is not written into the address", () => {
  assert.equal(sorting.usual, "newest");
  assert.equal(sorting.order(false), "");
});

test("another order is", () => {
  select.value = "title";
  assert.equal(sorting.order(false), "title");
});

test("with words the best match is offered and chosen", () => {
  sorting.offerRelevance(true);
  assert.equal(select.value, "relevance");
  assert.equal(sorting.order(true), "");
});

test("with words the usual order is a choice", () => {
  sorting.fill("newest", true);
  assert.equal(sorting.order(true), "newest");
});

test("while a reader types on, the order they chose stays", () => {
  sorting.offerRelevance(true);
  select.value = "title";
  sorting.offerRelevance(true);
  assert.equal(select.value, "title");
});

test("without words the best match goes, and the list has its usual order", () => {
  sorting.offerRelevance(true);
  sorting.offerRelevance(false);
  assert.equal(select.value, "newest");
  assert.equal(select.first.isConnected, false);
});

test("without words a chosen order stays", () => {
  sorting.fill("title", true);
  sorting.offerRelevance(false);
  assert.equal(select.value, "title");
});

test("an address without an order has the usual one, or the best match", () => {
  sorting.fill("", false);
  assert.equal(select.value, "newest");
  sorting.fill("", true);
  assert.equal(select.value, "relevance");
});

test("a map keeps the order of the list its reader came from", () => {
  const kept = new KeptSorting();
  kept.fill("title");
  assert.equal(kept.order(), "title");
  assert.equal(kept.isShown, false);
});
