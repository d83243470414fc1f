// The writer of YAML. That it writes what `hubtool fmt` writes is tested in
// tests/records/test_layout.py.

import assert from "node:assert/strict";
import { test } from "node:test";
import { writeYaml } from "../../hubtool/theme/js/form/yaml_writer.js";

const LAYOUT = {
  width: 40,
  patterns: {
    quoted: "^[-#]|:| #",
    quoted_in_flow: "[,\\[\\]{}]",
    not_text: "^(?:no|[0-9]+)(?![\\s\\S])",
    date: "^[0-9]{4}(?![\\s\\S])",
    escaped: "[\\x00-\\x08]",
    not_block: "^ ",
    not_folded: "\\t",
    gap: " ",
  },
  mappings: {
    File: {
      fields: { title: {}, when: { is_date: true }, places: { mapping: "Place" } },
      sections: ["places"],
    },
    Place: { fields: { name: {}, country: {} }, is_small: true },
  },
};

/** @param {Record<string, unknown>} data */
function write(data) {
  return writeYaml(data, "File", LAYOUT);
}

test("keys stand in the order of the layout, unknown ones last", () => {
  const data = {
    other: 1.5,
    places: [{ country: "no", name: "Exampleton, Otherham Bridge" }],
    when: "2019",
  };
  assert.equal(
    write(data),
    `when: 2019

places:
  - name: Exampleton, Otherham Bridge
    country: "no"
other: 1.5
`,
  );
});

test("a long text is folded, one with lines is literal", () => {
  assert.equal(
    write({ title: `${"word ".repeat(8)}end` }),
    `title: >-\n  ${"word ".repeat(7).trim()}\n  word end\n`,
  );
  assert.equal(write({ title: "One.\nTwo.\n" }), "title: |\n  One.\n  Two.\n");
});

test("what cannot be seen is escaped, and a long character counts once", () => {
  assert.equal(write({ title: 'a: "\u0007"' }), 'title: "a: \\"\\x07\\""\n');
  assert.equal(write({ title: "𝔘".repeat(33) }), `title: ${"𝔘".repeat(33)}\n`);
});

test("nothing is still a file", () => {
  assert.equal(write({}), "{}\n");
  assert.equal(write({ places: [], other: {} }), "places: []\nother: {}\n");
});
