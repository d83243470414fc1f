// The text of a case's file: the same bytes as `hubtool fmt` writes.

import { writeYaml } from "./yaml_writer.js";

/**
 * @import { Table } from "./check.js"
 * @import { Data } from "./record.js"
 */

/**
 * @param {Data} record
 * @param {Table} table
 * @param {string} [head] what stands above the first key
 */
export function caseText(record, { layout }, head = "") {
  return head + writeYaml(record, "CaseStudy", layout);
}
