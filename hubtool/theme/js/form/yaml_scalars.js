// Texts and numbers as YAML: plain where every reader agrees on them, in quotes or a block else.
// hubtool/documents/quoting.py does the same, with the same patterns.

/**
 * @typedef {{ width: number, patterns: Record<string, string> }} TextRules
 * @typedef {{ isDate?: boolean, inFlow?: boolean }} Context
 * @typedef {{ header: string, lines: string[] }} Block a text below a header beside its key
 */

/** @type {Record<string, string>} */
const ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };

/**
 * Counts the characters of *text* as Python does.
 *
 * @param {string} text
 */
export function countCharacters(text) {
  return [...text].length;
}

export class TextWriter {
  #width;
  /** @type {Map<string, RegExp>} */
  #patterns;
  #inQuotes;

  /** @param {TextRules} rules */
  constructor({ width, patterns }) {
    this.#width = width;
    const compiled = Object.entries(patterns).map(
      ([name, pattern]) => /** @type {const} */ ([name, new RegExp(pattern, "u")]),
    );
    this.#patterns = new Map(compiled);
    this.#inQuotes = new RegExp(`["\\\\\\n\\t]|${patterns.escaped}`, "gu");
  }

  /**
   * Returns *value*, which is no list or mapping, on one line.
   *
   * @param {unknown} value
   * @param {Context} [context]
   */
  scalar(value, { isDate = false, inFlow = false } = {}) {
    if (value === null || value === undefined) return "null";
    if (typeof value === "number") return writeNumber(value);
    if (typeof value === "boolean") return String(value);
    const text = String(value);
    const isText = !this.#has("not_text", text) || (isDate && this.#has("date", text));
    if (text !== "" && isText && !this.#needsQuotes(text, inFlow)) return text;
    return `"${text.replace(this.#inQuotes, escapeCharacter)}"`;
  }

  /**
   * Returns *text* as a block, null where it cannot be one or has nowhere to be broken.
   *
   * @param {string} text
   * @param {string} indent
   * @returns {Block | null}
   */
  block(text, indent) {
    if (this.#has("escaped", text) || this.#has("not_block", text)) return null;
    if (text.includes("\n")) {
      const endsLine = text.endsWith("\n");
      const lines = (endsLine ? text.slice(0, -1) : text).split("\n");
      return {
        header: endsLine ? "|" : "|-",
        lines: lines.map((line) => (line === "" ? "" : indent + line)),
      };
    }
    const words = text.split(this.#pattern("gap"));
    if (words.length < 2 || this.#has("not_folded", text)) return null;
    const lines = fold(words, this.#width - indent.length);
    return { header: ">-", lines: lines.map((line) => indent + line) };
  }

  /**
   * @param {string} text
   * @param {boolean} inFlow
   */
  #needsQuotes(text, inFlow) {
    if (/[\n\t]/u.test(text) || this.#has("escaped", text) || this.#has("quoted", text))
      return true;
    return inFlow && this.#has("quoted_in_flow", text);
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #has(name, text) {
    return this.#pattern(name).test(text);
  }

  /** @param {string} name */
  #pattern(name) {
    const pattern = this.#patterns.get(name);
    if (!pattern) throw new Error(`the layout has no pattern ${name}`);
    return pattern;
  }
}

/** @param {string} character */
function escapeCharacter(character) {
  const number = character.charCodeAt(0);
  const digits = number.toString(16).toUpperCase();
  const written =
    number < 0x100 ? `\\x${digits.padStart(2, "0")}` : `\\u${digits.padStart(4, "0")}`;
  return ESCAPES[character] ?? written;
}

/** @param {number} number */
function writeNumber(number) {
  if (Number.isNaN(number)) return ".nan";
  if (!Number.isFinite(number)) return number > 0 ? ".inf" : "-.inf";
  const [digits, exponent] = String(number).split("e");
  if (exponent === undefined) return digits;
  // YAML 1.1 takes a number with an exponent for text if it has no point.
  return `${digits.includes(".") ? digits : `${digits}.0`}e${exponent}`;
}

/**
 * @param {string[]} words
 * @param {number} width
 */
function fold(words, width) {
  /** @type {string[]} */
  const lines = [];
  let length = 0;
  for (const word of words) {
    const more = countCharacters(word) + 1;
    if (lines.length > 0 && length + more <= width) {
      lines[lines.length - 1] += ` ${word}`;
      length += more;
    } else {
      lines.push(word);
      length = more - 1;
    }
  }
  return lines;
}
