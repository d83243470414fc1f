// Reads Markdown with the ids that can be cited, and writes the blocks of words that the live view
// shows.

import { createInterface } from "node:readline";
import { blocksOf } from "../../hubtool/theme/js/form/markdown.js";
import { curly } from "../../hubtool/theme/js/form/typography.js";

for await (const line of createInterface({ input: process.stdin })) {
  const [text, ids] = JSON.parse(line);
  const texts = blocksOf(text, new Set(ids)).map((block) => curly(block.text));
  process.stdout.write(`${JSON.stringify(texts.filter(Boolean))}\n`);
}
