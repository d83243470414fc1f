// Reads the files of cases, one a line, and writes what the form makes of each where nothing was
// changed.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { finishedRecord, lengthened } from "../../hubtool/theme/js/form/finished.js";
import { commentsOf } from "../../hubtool/theme/js/form/moved_comments.js";
import { caseText } from "../../hubtool/theme/js/form/text.js";
import { readYaml } from "../../hubtool/theme/js/form/yaml_reader.js";
import { parseDocument } from "../../hubtool/theme/vendor/yaml.js";

const layout = JSON.parse(readFileSync(process.argv[2], "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const { record, comments } = readYaml(JSON.parse(line), parseDocument);
  const draft = lengthened(record);
  const finished = finishedRecord(draft, { isNew: false });
  const text = caseText(finished, layout, commentsOf(comments, draft, finished));
  process.stdout.write(`${JSON.stringify(text)}\n`);
}
