// Offers that ended: hidden from the day after, where the reader is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isOver, localDay } from "../../hubtool/theme/js/offers.js";

test("an offer is open on its last day, and over on the next", () => {
  assert.equal(isOver("2026-11-23", "2026-11-23"), false);
  assert.equal(isOver("2026-11-23", "2026-11-24"), true);
});

test("a month or a year is over when all of it is", () => {
  assert.equal(isOver("2026-11", "2026-11-30"), false);
  assert.equal(isOver("2026-11", "2026-12-01"), true);
  assert.equal(isOver("2026", "2026-12-31"), false);
  assert.equal(isOver("2026", "2027-01-01"), true);
});

test("an offer without a last day is never over", () => {
  assert.equal(isOver("", "2026-11-23"), false);
});

test("days are written with two digits", () => {
  assert.equal(localDay(new Date(2026, 0, 5)), "2026-01-05");
});
