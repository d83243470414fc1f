// The text of a case's file: the same bytes as `hubtool fmt` writes.

import { writeYaml } from "./yaml_writer.js";

/**
 * @import { Table } from "./check.js"
 * @import { Comments } from "./comments.js"
 * @import { Data } from "./record.js"
 */

/**
 * @param {Data} record
 * @param {Table} table
 * @param {Comments} [comments]
 */
export function caseText(record, { layout }, comments) {
  return writeYaml(record, "CaseStudy", layout, comments);
}
