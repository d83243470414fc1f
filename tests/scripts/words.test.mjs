// Words of the interface: values in a text, and plural forms.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formatMessage } from "../../hubtool/theme/js/find/words.js";

const CASES = { zero: "no cases", one: "1 case", other: "{n} cases" };

test("values are put into a text; what is missing leaves nothing", () => {
  assert.equal(
    formatMessage("{n} for “{words}”{end}", { n: 3, words: "eel" }, "en"),
    "3 for “eel”",
  );
});

test("numbers are written as the language writes them", () => {
  assert.equal(formatMessage("{n}", { n: 1234 }, "en"), "1,234");
  assert.equal(formatMessage("{n}", { n: 1234 }, "de"), "1.234");
});

test("braces in a value are left alone", () => {
  assert.equal(formatMessage("for {words}", { words: "{n}", n: 3 }, "en"), "for {n}");
});

test("the number chooses the form, nought its own where there is one", () => {
  assert.equal(formatMessage(CASES, { n: 0 }, "en"), "no cases");
  assert.equal(formatMessage(CASES, { n: 1 }, "en"), "1 case");
  assert.equal(formatMessage(CASES, { n: 1500 }, "en"), "1,500 cases");
  assert.equal(formatMessage({ one: "1 case", other: "{n} cases" }, { n: 0 }, "en"), "0 cases");
});

test("each language has its own forms", () => {
  const forms = { one: "jeden", few: "kilka", many: "wiele", other: "ułamek" };
  assert.equal(formatMessage(forms, { n: 3 }, "pl"), "kilka");
  assert.equal(formatMessage(forms, { n: 5 }, "pl"), "wiele");
});
