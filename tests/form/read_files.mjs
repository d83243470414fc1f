// Reads the texts of files as the form opens them, and writes them as it saves them.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { readYaml, UnreadError } from "../../hubtool/theme/js/form/yaml_reader.js";
import { writeYaml } from "../../hubtool/theme/js/form/yaml_writer.js";
import { parseDocument } from "../../hubtool/theme/vendor/yaml.js";

const { layout } = JSON.parse(readFileSync(process.argv[2], "utf8"));

/**
 * @param {string} text
 * @param {string} name
 */
function opened(text, name) {
  try {
    const { record, comments } = readYaml(text, parseDocument);
    return { text: writeYaml(record, name, layout, comments), record };
  } catch (error) {
    if (error instanceof UnreadError) return { line: error.line };
    throw error;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const [name, text] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(opened(text, name))}\n`);
}
