// Search: the words around a match, what is suggested first, and the keys of the box.

import assert from "node:assert/strict";
import { test } from "node:test";
import { piecesOf } from "../../hubtool/theme/js/find/indexes.js";
import { groupsOf } from "../../hubtool/theme/js/find/suggestions.js";
import { nextOption } from "../../hubtool/theme/js/search.js";

const page = (kind, title, { synonyms, sections = [] } = {}) => ({
  url: `/${title}/`,
  meta: { kind, title, ...(synonyms && { synonyms }) },
  excerpt: `about ${title}`,
  sub_results: sections,
});

const section = (id, title, matches = 1) => ({
  title,
  url: `/#${id}`,
  excerpt: "",
  anchor: { id },
  locations: Array(matches).fill(0),
});

const titles = (groups) =>
  groups.map(({ kind, found }) => [kind, ...found.map(({ title }) => title)]);

test("the words that match are marked in an excerpt", () => {
  assert.deepEqual(piecesOf("Anglers <mark>walked</mark> the <mark>river.</mark>"), [
    { text: "Anglers ", isMarked: false },
    { text: "walked", isMarked: true },
    { text: " the ", isMarked: false },
    { text: "river.", isMarked: true },
  ]);
});

test("markup in the text of a page is text in its excerpt", () => {
  assert.deepEqual(piecesOf("a &lt;b&gt; &amp; <mark>&lt;i&gt;</mark>"), [
    { text: "a <b> &amp; ", isMarked: false },
    { text: "<i>", isMarked: true },
  ]);
});

test("a term with just this name or synonym comes first", () => {
  const pages = [
    page("case", "Rivers of flood"),
    page("term", "Flooding", { synonyms: "flood, high water" }),
  ];
  assert.deepEqual(titles(groupsOf(pages, "Flood")), [
    ["term", "Flooding"],
    ["case", "Rivers of flood"],
  ]);
});

test("a lesson that says just this comes before pages that do not", () => {
  const sections = [section("lesson-1", "Pay people early")];
  const pages = [page("case", "River walks", { sections })];
  assert.deepEqual(titles(groupsOf(pages, "pay early")), [
    ["lesson", "Pay people early"],
    ["case", "River walks"],
  ]);
});

test("else the best page comes first", () => {
  const sections = [section("lesson-1", "Pay people early")];
  const pages = [page("case", "Fair pay", { sections }), page("case", "River walks")];
  assert.deepEqual(titles(groupsOf(pages, "pay")), [
    ["case", "Fair pay", "River walks"],
    ["lesson", "Pay people early"],
  ]);
});

test("of lessons and films those with the words in the title lead, then those with most", () => {
  const sections = [
    section("lesson-1", "Ask twice", 1),
    section("lesson-2", "Listen first", 5),
    section("film-1", "Pay day", 1),
    section("stage-data", "Data", 9),
    section("lesson-3", "Agree on pay", 1),
  ];
  assert.deepEqual(titles(groupsOf([page("case", "Pay", { sections })], "pay")), [
    ["case", "Pay"],
    ["film", "Pay day"],
    ["lesson", "Agree on pay", "Listen first", "Ask twice"],
  ]);
});

test("a few of each kind are suggested, and what has no kind of its own is a page", () => {
  const cases = [1, 2, 3, 4, 5].map((number) => page("case", `Case ${number}`));
  assert.deepEqual(titles(groupsOf([...cases, page("home", "Start")], "river")), [
    ["case", "Case 1", "Case 2", "Case 3", "Case 4"],
    ["page", "Start"],
  ]);
});

test("a suggestion without a title has its address", () => {
  const untitled = { url: "/about/", meta: {}, excerpt: "", sub_results: [] };
  assert.deepEqual(titles(groupsOf([untitled], "us")), [["page", "/about/"]]);
});

test("arrows go round through the options and the box", () => {
  assert.equal(nextOption(null, "ArrowDown", 3), 0);
  assert.equal(nextOption(0, "ArrowDown", 3), 1);
  assert.equal(nextOption(2, "ArrowDown", 3), null);
  assert.equal(nextOption(null, "ArrowUp", 3), 2);
  assert.equal(nextOption(2, "ArrowUp", 3), 1);
  assert.equal(nextOption(0, "ArrowUp", 3), null);
});
