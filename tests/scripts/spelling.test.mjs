// "Did you mean": which slips are mended, into what, and which words are left alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { slipsBetween } from "../../hubtool/theme/js/find/slips.js";
import { expandWords, nearestWords, spellingOf } from "../../hubtool/theme/js/find/spelling.js";
import { knownPart, sayingOf } from "../../hubtool/theme/js/find/word_search.js";

const LIST = {
  often: ["river", "walking", "blood", "blond"],
  seldom: ["rover", "évora", "walkers", "base", "noise", "meters", "members", "samples"],
  names: ["basque"],
};
const TEXTS = ["river walking", "blood samples", "blond river", "noise meters", "members"];

const index = {
  isKnown: async (word) => TEXTS.some((text) => text.split(" ").includes(word)),
  fits: async (words) => {
    const known = words.split(" ");
    return TEXTS.some((text) => known.every((word) => text.split(" ").includes(word)));
  },
};
const spelling = (text) => spellingOf(text, index, async () => LIST);
const nearest = (word) => nearestWords(word, LIST)[0];

test("each word of the list begins with the number of letters it shares", () => {
  assert.deepEqual(expandWords("0river4e3ting0évora"), ["river", "rivee", "rivting", "évora"]);
});

test("one slip weighs less where it is likelier", () => {
  assert.equal(slipsBetween("riiver", "river", 3), 0.7);
  assert.equal(slipsBetween("rievr", "river", 3), 0.8);
  assert.equal(slipsBetween("ricer", "river", 3), 0.8);
  assert.equal(slipsBetween("rver", "river", 3), 1);
  assert.equal(slipsBetween("rixer", "river", 3), 1);
  assert.equal(slipsBetween("liver", "river", 3), 1.5);
});

test("the same word has no slips, and slips are counted up to the limit only", () => {
  assert.equal(slipsBetween("river", "river", 3), 0);
  assert.equal(slipsBetween("abcdefgh", "stuvwxyz", 3), 3);
});

test("the nearest word is meant; of two as near, the one that is met more often", () => {
  assert.equal(nearest("rivver"), "river");
  assert.equal(nearest("rxver"), "river");
  assert.equal(nearest("evrora"), "évora");
});

test("a short word may have one slip, a long one two", () => {
  assert.equal(nearest("rvr"), undefined);
  assert.equal(nearest("wlaknig"), "walking");
  assert.equal(nearest("xylophone"), undefined);
});

test("the name of a language is left alone", () => {
  assert.deepEqual(nearestWords("basque", LIST), []);
});

test("a word that is not finished is left alone, or finished where it fits only so", async () => {
  assert.equal((await spelling("walk")).words, "walk");
  assert.equal((await spelling("river walki")).words, "river walking");
});

test("a slip is mended into a word that fits to the others", async () => {
  assert.equal((await spelling("blod samples")).words, "blood samples");
  assert.equal((await spelling("noise meeters")).words, "noise meters");
});

test("a word that exists is never mended away", async () => {
  const found = { words: "basque", unknown: ["basque"], meant: null };
  assert.deepEqual(await spelling("basque"), found);
});

test("where each word is known and nothing has all, it is asked what was meant", async () => {
  assert.deepEqual(await spelling("blond samples"), {
    words: "blond samples",
    unknown: [],
    meant: "blood samples",
  });
});

test("what stands nowhere is named, and the rest is offered", async () => {
  const found = await spelling("xylophone walking");
  assert.deepEqual(found.unknown, ["xylophone"]);
  assert.equal(knownPart(found.words, found), "walking");
  assert.equal(knownPart("xylophone", { ...found, words: "xylophone" }), null);
});

test("nothing is said where nothing was changed", async () => {
  const found = await spelling("river walking");
  assert.deepEqual(found, { words: "river walking", unknown: [], meant: null });
  assert.equal(sayingOf("river walking", found), "");
});

test("short words, numbers and codes are not looked up", async () => {
  const isKnown = async () => assert.fail("it was looked up");
  const found = await spellingOf("uk 2024 eu", { isKnown, fits: async () => true });
  assert.equal(found.words, "uk 2024 eu");
});
