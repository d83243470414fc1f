// Results as files: a table that spreadsheets open safely, citations, and the feed of a list.

import assert from "node:assert/strict";
import { test } from "node:test";
import { feedAddress } from "../../hubtool/theme/js/find/downloads.js";
import { csv, pickBibtex, pickRis } from "../../hubtool/theme/js/find/take_formats.js";

const state = (words, facets = {}) => ({
  words,
  chosen: new Map(Object.entries(facets).map(([name, values]) => [name, new Set(values)])),
  sort: "",
});

test("a table begins with a byte order mark, and its lines end as RFC 4180 asks", () => {
  assert.equal(
    csv([
      ["title", "year"],
      ["Eels", "2024"],
    ]),
    "\ufefftitle,year\r\nEels,2024\r\n",
  );
});

test("cells with commas, quotes, line breaks or outer spaces are quoted", () => {
  assert.equal(
    csv([["a,b", 'say "so"', "a\nb", " x "]]),
    '\ufeff"a,b","say ""so""","a\nb"," x "\r\n',
  );
});

test("no cell is a formula", () => {
  assert.equal(csv([["=1+1", "+1", "-1", "@x", "\ty"]]), "\ufeff'=1+1,'+1,'-1,'@x,'\ty\r\n");
});

test("signs within a cell are left alone", () => {
  assert.equal(csv([["5 - 1", "a=b", ""]]), "\ufeff5 - 1,a=b,\r\n");
});

test("RIS records are picked in the order of the list", () => {
  const file = "TY  - RPRT\r\nID  - eels\r\nER  - \r\n\r\nTY  - RPRT\r\nID  - bogs\r\nER  - \r\n";
  assert.equal(
    pickRis(file, ["bogs", "eels", "gone"]),
    "TY  - RPRT\r\nID  - bogs\r\nER  -\r\n\r\nTY  - RPRT\r\nID  - eels\r\nER  -\r\n",
  );
});

test("BibTeX entries are picked in the order of the list", () => {
  const file = "@misc{eels,\n  title = {Eels},\n}\n\n@misc{bogs,\n  title = {Bogs},\n}\n";
  assert.equal(
    pickBibtex(file, ["bogs", "eels", "gone"]),
    "@misc{bogs,\n  title = {Bogs},\n}\n\n@misc{eels,\n  title = {Eels},\n}\n",
  );
});

test("all cases, a single theme and a single topic have a feed", () => {
  assert.equal(feedAddress(state("")), "cases/feed.xml");
  assert.equal(feedAddress(state("", { theme: ["flood"] })), "themes/flood/feed.xml");
  assert.equal(feedAddress(state("", { topic: ["soil"], theme: [] })), "topics/soil/feed.xml");
});

test("words, other facets and several values have none", () => {
  assert.equal(feedAddress(state("eel")), undefined);
  assert.equal(feedAddress(state("", { country: ["GB"] })), undefined);
  assert.equal(feedAddress(state("", { theme: ["flood", "soil"] })), undefined);
  assert.equal(feedAddress(state("", { theme: ["flood"], topic: ["soil"] })), undefined);
});
