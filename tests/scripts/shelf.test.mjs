import assert from "node:assert/strict";
import { test } from "node:test";
import {
  believed,
  collection,
  holds,
  MOST_ITEMS,
  movedEntry,
  noteOf,
  parsed,
  switched,
} from "../../hubtool/theme/js/shelf/contents.js";

const LESSON = { kind: "lesson", address: "a#b", note: "" };

test("of what somebody sent only what is a shelf is believed", () => {
  const shelf = believed({
    title: ["x"],
    summary: "s".repeat(1000),
    items: [
      LESSON,
      LESSON,
      { kind: "lesson", address: "a", note: "" },
      { kind: "case", address: "../../evil", note: "" },
      { kind: "case", address: "A", note: "" },
      { kind: "page", address: "a" },
      { kind: "case", address: "ok", note: { toString: "x" } },
      null,
      "case",
    ],
    extra: "x",
  });
  assert.equal(shelf.title, "");
  assert.equal(shelf.summary.length, 400);
  assert.deepEqual(shelf.items, [LESSON, { kind: "case", address: "ok", note: "" }]);
  assert.deepEqual(Object.keys(shelf), ["title", "summary", "questions", "items"]);
});

test("what is no shelf is an empty one, and one has an end", () => {
  for (const text of ["", "{", "null", "7", '{"items": 3}']) {
    assert.deepEqual(parsed(text).items, []);
  }
  const items = Array.from({ length: 500 }, (_, n) => ({ kind: "case", address: `c-${n}` }));
  assert.equal(believed({ items }).items.length, MOST_ITEMS);
});

test("a thing is put on and taken off", () => {
  const shelf = switched(parsed(""), "case", "a");
  assert.ok(holds(shelf, "case", "a"));
  assert.ok(!holds(shelf, "film", "a"));
  assert.deepEqual(switched(shelf, "case", "a").items, []);
  assert.equal(noteOf(switched(parsed(""), "case", "a", "Why"), "case", "a"), "Why");
});

test("an entry is moved within the list and never out of it", () => {
  assert.deepEqual(movedEntry(["a", "b", "c"], 0, 2), ["b", "c", "a"]);
  assert.deepEqual(movedEntry(["a", "b", "c"], 2, 1), ["a", "c", "b"]);
  assert.deepEqual(movedEntry(["a", "b"], 1, 2), ["a", "b"]);
});

test("a shelf makes a collection", () => {
  const questions = " Who?\n\n Why? ";
  const shelf = { title: " T ", summary: "S", questions, items: [{ ...LESSON, note: "Why" }] };
  assert.deepEqual(collection(shelf, "Library"), {
    title: "T",
    summary: "S",
    convenors: ["Library"],
    items: [{ lesson: "a#b", note: "Why" }],
    questions: ["Who?", "Why?"],
  });
});
