// The ids that the form makes: the same as those of `hubtool fmt` for lessons, films and sources.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withIds } from "../../hubtool/theme/js/form/ids.js";

test("ids are made of the words, as hubtool fmt makes them", () => {
  // tests/records/test_formatting.py has the same examples.
  const record = {
    lessons: [
      { lesson: "Don't start at the café. Walk first, and let the question come later." },
      { id: "walk", lesson: "Walk.", formerly: ["walk-2"] },
      { lesson: "Walk." },
    ],
    films: [{ title: "水" }, { title: "河" }],
    sources: [{ title: "Film" }],
  };
  const { lessons, films, sources } = /** @type {Record<string, { id: string }[]>} */ (
    withIds(record)
  );
  assert.deepEqual(
    [...lessons, ...films, ...sources].map(({ id }) => id),
    ["dont-start-at-the-cafe-walk-first-and", "walk", "walk-3", "film", "film-2", "film-3"],
  );
});
