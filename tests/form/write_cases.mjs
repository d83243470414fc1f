// Reads cases, one a line, and writes the text that the form makes of each where nothing was changed.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { finishedRecord, lengthened } from "../../hubtool/theme/js/form/finished.js";
import { caseText } from "../../hubtool/theme/js/form/text.js";

const table = JSON.parse(readFileSync(process.argv[2], "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const { record, head } = JSON.parse(line);
  const text = caseText(finishedRecord(lengthened(record), { isNew: false }), table, head);
  process.stdout.write(`${JSON.stringify(text)}\n`);
}
