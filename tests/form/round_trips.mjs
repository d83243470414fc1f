// Reads drafts of the form, one a line, and writes the file that each makes, and the draft that the
// form makes of that file when it is opened.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { finishedRecord, lengthened } from "../../hubtool/theme/js/form/finished.js";
import { caseText } from "../../hubtool/theme/js/form/text.js";
import { readYaml } from "../../hubtool/theme/js/form/yaml_reader.js";
import { parseDocument } from "../../hubtool/theme/vendor/yaml.js";

const layout = JSON.parse(readFileSync(process.argv[2], "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const record = finishedRecord(JSON.parse(line));
  const text = caseText(record, layout);
  const draft = lengthened(readYaml(text, parseDocument).record);
  const again = caseText(finishedRecord(draft, { isNew: false }), layout);
  const row = { text, again, before: lengthened(record), after: draft };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}
