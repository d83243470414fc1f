// Writes each line `[name, data]` of a file as YAML in a layout: node write_yaml.mjs LAYOUT LINES

import { readFileSync } from "node:fs";

import { writeYaml } from "../../hubtool/theme/js/form/yaml_writer.js";

const [layoutFile, linesFile] = process.argv.slice(2);
const layout = JSON.parse(readFileSync(layoutFile, "utf-8"));
const lines = readFileSync(linesFile, "utf-8").split("\n").filter(Boolean);
for (const line of lines) {
  const [name, data] = JSON.parse(line);
  console.log(JSON.stringify(writeYaml(data, name, layout)));
}
