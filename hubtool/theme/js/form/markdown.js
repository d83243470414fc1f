// A story's Markdown as blocks of words: what the built page shows of it, without its links.

/**
 * @typedef {{ tag: "p" | "li" | "h3", text: string }} Block
 */

const CITATION = /(?<!\s)\s*\[((?:@[a-z0-9-]+)(?:\s*[;,]\s*@[a-z0-9-]+)*)\]/g;
const HEADING = /^ {0,3}#{1,6}\s+(.*)$/;
const HEADING_END = /(?<!\s)\s+#+$/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(.*)$/;
const QUOTE = /^ {0,3}>\s?/;
const RULE = /^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const HIDDEN = 0xe000; // signs that are escaped stand here meanwhile, where no rule sees them
const UNDERLINE = /^ {0,3}(?:=+|-+)\s*$/;

/**
 * @param {string} markdown
 * @param {Set<string>} ids of what can be cited
 * @returns {Block[]}
 */
export function blocksOf(markdown, ids) {
  /** @type {Block[]} */
  const blocks = [];
  let isOpen = false;
  for (const line of markdown.split(/\r\n?|\n/)) {
    isOpen = addLine(blocks, line.trimEnd().replace(QUOTE, ""), isOpen ? blocks.at(-1) : undefined);
  }
  return blocks.map(({ tag, text }) => ({ tag, text: wordsOf(text, ids) }));
}

/**
 * @param {Block[]} blocks
 * @param {string} line
 * @param {Block | undefined} open the block that the line can continue
 * @returns {boolean} whether the next line can continue the last block
 */
function addLine(blocks, line, open) {
  if (open?.tag === "p" && UNDERLINE.test(line)) {
    open.tag = "h3";
    return false;
  }
  if (isEnd(line)) return false;
  const block = begin(line) ?? (open ? null : paragraph(line));
  if (block) blocks.push(block);
  else if (open) open.text += ` ${line.trim()}`;
  return block?.tag !== "h3";
}

/**
 * @param {string} line
 * @returns {Block}
 */
function paragraph(line) {
  return { tag: "p", text: line.trim() };
}

/**
 * @param {string} line
 * @returns {Block | null} the heading or the entry of a list that *line* begins
 */
function begin(line) {
  const heading = HEADING.exec(line);
  if (heading) return { tag: "h3", text: heading[1].replace(HEADING_END, "") };
  const item = ITEM.exec(line);
  return item && { tag: "li", text: item[1] };
}

/** @param {string} line */
function isEnd(line) {
  return !line.trim() || RULE.test(line);
}

/**
 * @param {string} line of Markdown
 * @param {Set<string>} ids
 * @returns {string} its words
 */
function wordsOf(line, ids) {
  return line
    .replaceAll(ESCAPED, (_, sign) => String.fromCodePoint(HIDDEN + sign.codePointAt(0)))
    .replaceAll(CITATION, (all, names) => (isCited(names, ids) ? "" : all))
    .replaceAll(/\[([^\]]{0,999})\]\([^)]{0,999}\)/g, "$1")
    .replaceAll(/<(https?:\/\/[^\s<>]*)>/g, "$1")
    .replaceAll(/(\*\*|\*)(?=\S)(.{1,999}?)(?<=\S)\1/g, "$2")
    .replaceAll(/(?<![\p{L}\p{N}_])(__|_)(?=\S)(.{1,999}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, "$2")
    .replaceAll(/`([^`]+)`/g, "$1")
    .replaceAll(/[\ue021-\ue07e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - HIDDEN))
    .replaceAll(/\s+/g, " ")
    .trim();
}

/**
 * @param {string} names
 * @param {Set<string>} ids
 */
function isCited(names, ids) {
  return (names.match(/[a-z0-9-]+/g) ?? []).some((name) => ids.has(name));
}
