// The text of a case's file: the same bytes as `hubtool fmt` writes.

import { writeYaml } from "./yaml_writer.js";

/**
 * @import { Comments } from "./comments.js"
 * @import { Data } from "./record.js"
 * @import { Layout } from "./yaml_layout.js"
 */

/**
 * @param {Data} record
 * @param {Layout} layout
 * @param {Comments} [comments]
 */
export function caseText(record, layout, comments) {
  return writeYaml(record, "CaseStudy", layout, comments);
}
