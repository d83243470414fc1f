// Results as files: a table for spreadsheets, and citations picked from those of all cases.

const BYTE_ORDER_MARK = "\ufeff"; // without it, spreadsheets read UTF-8 as an older encoding

/**
 * @param {string[][]} rows the first has the names of the columns
 * @returns {string} CSV (RFC 4180) in which no cell is a formula
 */
export function csv(rows) {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** @param {string} text */
function cell(text) {
  // A spreadsheet computes a cell that begins with one of these, whoever wrote it.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * @param {string} text records of RIS, a blank line between two
 * @param {string[]} ids
 * @returns {string} the records with these ids, in this order
 */
export function pickRis(text, ids) {
  const records = text.split(/\r?\n\r?\n/).map((record) => `${record.trim()}\r\n`);
  return pick(records, /^ID {2}- (.*?)\r?$/m, ids).join("\r\n");
}

/**
 * @param {string} text entries of BibTeX, each at the beginning of a line
 * @param {string[]} ids
 * @returns {string}
 */
export function pickBibtex(text, ids) {
  const entries = text.split(/^(?=@misc\{)/m).map((entry) => `${entry.trim()}\n`);
  return pick(entries, /^@misc\{(.*?),/, ids).join("\n");
}

/**
 * @param {string[]} parts
 * @param {RegExp} name matches a part, its group the id
 * @param {string[]} ids
 */
function pick(parts, name, ids) {
  const partOf = new Map(parts.map((part) => [name.exec(part)?.[1] ?? "", part]));
  return ids.flatMap((id) => partOf.get(id) ?? []);
}
