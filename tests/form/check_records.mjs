// Reads records, one a line, and writes what the form's script says of each.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { check } from "../../hubtool/theme/js/form/check.js";

const table = JSON.parse(readFileSync(process.argv[2], "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const faults = check(JSON.parse(line), table);
  const rows = faults.map(({ code, message, hint, route }) => [code, message, hint, route]);
  process.stdout.write(`${JSON.stringify(rows)}\n`);
}
