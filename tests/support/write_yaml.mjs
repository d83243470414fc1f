// Writes files, one `[name, data]` a line, as YAML in a layout: node write_yaml.mjs LAYOUT

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { writeYaml } from "../../hubtool/theme/js/form/yaml_writer.js";

const layout = JSON.parse(readFileSync(process.argv[2], "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const [name, data] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(writeYaml(data, name, layout))}\n`);
}
