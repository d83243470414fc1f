// "Did you mean": which slips are corrected, and which words are left alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  correctionOf,
  expandWords,
  nearestWord,
  slipsBetween,
} from "../../hubtool/theme/js/find/spelling.js";

const LIST = { often: ["river", "walking"], seldom: ["rover", "évora", "walkers"] };

test("each word of the list begins with the number of letters it shares", () => {
  assert.deepEqual(expandWords("0river4e3ting0évora"), ["river", "rivee", "rivting", "évora"]);
});

test("a letter too many, too few, another, or two that changed places is one slip", () => {
  assert.equal(slipsBetween("riiver", "river", 3), 1);
  assert.equal(slipsBetween("rver", "river", 3), 1);
  assert.equal(slipsBetween("rixer", "river", 3), 1);
  assert.equal(slipsBetween("rievr", "river", 3), 1);
});

test("the same word has no slips", () => {
  assert.equal(slipsBetween("river", "river", 3), 0);
});

test("a slip at the first letter counts half as much again", () => {
  assert.equal(slipsBetween("liver", "river", 3), 1.5);
});

test("slips are counted up to the limit only", () => {
  assert.equal(slipsBetween("abcdefgh", "stuvwxyz", 3), 3);
});

test("the nearest word is meant; of two as near, the one that is met more often", () => {
  assert.equal(nearestWord("rivver", LIST), "river");
  assert.equal(nearestWord("rxver", LIST), "river");
});

test("accents are no slips", () => {
  assert.equal(nearestWord("evrora", LIST), "évora");
});

test("a short word may have one slip, a long one two", () => {
  assert.equal(nearestWord("rvr", LIST), null);
  assert.equal(nearestWord("wlaknig", LIST), "walking");
});

test("a word that is not finished is left alone", () => {
  assert.equal(nearestWord("walk", LIST), null);
});

test("a word that is nowhere near is left alone", () => {
  assert.equal(nearestWord("xylophone", LIST), null);
});

test("nothing is corrected where every word is known", async () => {
  assert.equal(await correctionOf("river  walking", async () => true), null);
});

test("short words, numbers and codes are not looked up", async () => {
  const unknown = async () => assert.fail("it was looked up");
  assert.equal(await correctionOf("eel 2024 covid-19", unknown), null);
});
