// The notes of a file that is changed. That they are found where hubtool finds them is tested in
// tests/form/test_opening.py.

import assert from "node:assert/strict";
import { test } from "node:test";
import { commentsOf, withoutEntry } from "../../hubtool/theme/js/form/moved_comments.js";

const LIST = {
  before: { "[]": ["# head"], '["a",0]': ["# first"], '["a",1]': ["# second"] },
  beside: { '["a",1,"x"]': "# beside", '["b"]': "# b" },
  after: { '["a",2]': ["# end"] },
};

test("the notes of an entry go with it, those after it move up", () => {
  assert.deepEqual(withoutEntry(LIST, ["a"], 0), {
    before: { "[]": ["# head"], '["a",0]': ["# second"] },
    beside: { '["a",0,"x"]': "# beside", '["b"]': "# b" },
    after: { '["a",1]': ["# end"] },
  });
  assert.deepEqual(withoutEntry(LIST, ["b"], 0), LIST);
});

test("an entry that was emptied counts as taken away, and a note outlives its answer", () => {
  const draft = { a: [{ x: 1 }, {}, { x: 3 }] };
  const record = { a: [{ x: 1 }, { x: 3 }] };
  assert.deepEqual(commentsOf(LIST, draft, record), {
    before: { "[]": ["# head", "# b"], '["a",0]': ["# first"] },
    beside: {},
    after: { '["a",1]': ["# end"] },
  });
});
