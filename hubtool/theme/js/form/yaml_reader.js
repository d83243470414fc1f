// YAML text to data and comments, as hubtool reads them. The parser is `yaml`, loaded when a file
// is opened; what a case never holds (tags, anchors, aliases, two documents) is refused.

import { findComments } from "./comments.js";
import { isMapping } from "./record.js";

/**
 * @import { Comments, LocatedPart } from "./comments.js"
 * @import { Data, Route } from "./record.js"
 *
 * @typedef {{ range: [number, number, number], source?: string, value?: unknown, flow?: boolean,
 *   anchor?: string, tag?: string, items?: YamlItem[] }} YamlNode
 * @typedef {YamlNode & { key?: YamlNode, value?: YamlNode | null }} YamlItem
 * @typedef {{ contents: YamlNode | null, errors: { pos: [number, number] }[] }} YamlDocument
 * @typedef {(text: string, options: object) => YamlDocument} Parse `parseDocument` of `yaml`
 *
 * @typedef {{ record: Data, comments: Comments }} ReadFile
 */

const MOST_CHARACTERS = 1_000_000;
const MOST_LEVELS = 24;

/** Says at which line a text stops being a case. */
export class UnreadError extends Error {
  /** @param {number} line counted from 1, 0 where no line is to blame */
  constructor(line) {
    super(`line ${line}`);
    this.line = line;
  }
}

/**
 * @param {string} content
 * @param {Parse} parse
 * @returns {ReadFile}
 */
export function readYaml(content, parse) {
  const text = content.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  if (text.length > MOST_CHARACTERS) throw new UnreadError(0);
  const reader = new Reader(text, parse(text, { keepSourceTokens: false, prettyErrors: false }));
  return reader.read();
}

class Reader {
  #text;
  #document;

  /**
   * @param {string} text
   * @param {YamlDocument} document
   */
  constructor(text, document) {
    this.#text = text;
    this.#document = document;
  }

  /** @returns {ReadFile} */
  read() {
    const [error] = this.#document.errors;
    if (error) this.#stop(error.pos[0]);
    const node = this.#document.contents;
    if (!node) throw new UnreadError(0);
    const [record, root] = this.#node(node, []);
    if (!isMapping(record)) this.#stop(node.range[0]);
    return { record: /** @type {Data} */ (record), comments: findComments(this.#text, root) };
  }

  /**
   * @param {number} offset
   * @returns {never}
   */
  #stop(offset) {
    throw new UnreadError(this.#text.slice(0, offset).split("\n").length);
  }

  /**
   * @param {YamlNode} node
   * @param {Route} route
   * @returns {[unknown, LocatedPart]}
   */
  #node(node, route) {
    const [start, end] = node.range;
    const isAlias = node.source !== undefined && !("value" in node);
    if (isAlias || node.anchor || node.tag || route.length > MOST_LEVELS) this.#stop(start);
    const part = { route, keyStart: 0, keyEnd: 0, start, end, isFlow: false };
    if (!node.items) {
      const length = this.#text.slice(start, end).trimEnd().length;
      return [node.value, { ...part, end: start + length, parts: [] }];
    }
    const pairs = node.items.map((item, index) =>
      "key" in item ? this.#pair(item, route) : this.#node(item, [...route, index]),
    );
    const parts = pairs.map(([, inner]) => inner);
    const last = parts.at(-1);
    const isFlow = node.flow === true;
    const isMap = this.#text[start] === "{" || pairs.some(([, { keyEnd }]) => keyEnd > 0);
    const values = pairs.map(([value]) => value);
    return [
      isMap ? Object.fromEntries(keyed(pairs)) : values,
      { ...part, end: isFlow || !last ? end : Math.max(last.end, last.keyEnd), isFlow, parts },
    ];
  }

  /**
   * @param {YamlItem} pair
   * @param {Route} route
   * @returns {[unknown, LocatedPart]}
   */
  #pair({ key, value }, route) {
    const [keyStart, keyEnd] = /** @type {YamlNode} */ (key).range;
    if (!key || key.items || key.anchor || key.tag) this.#stop(keyStart ?? 0);
    const name = key.source ?? String(key.value);
    const end = this.#text.indexOf(":", keyEnd) + 1 || keyEnd;
    if (!value || value.range[0] === value.range[1])
      return [null, this.#nothing([...route, name], keyStart, keyEnd, end)];
    const [data, part] = this.#node(value, [...route, name]);
    return [data, { ...part, keyStart, keyEnd }];
  }

  /**
   * @param {Route} route
   * @param {number} keyStart
   * @param {number} keyEnd
   * @param {number} end
   * @returns {LocatedPart} a key without a value
   */
  #nothing(route, keyStart, keyEnd, end) {
    return { route, keyStart, keyEnd, start: end, end, isFlow: false, parts: [] };
  }
}

/**
 * @param {[unknown, LocatedPart][]} pairs
 * @returns {[string, unknown][]}
 */
function keyed(pairs) {
  return pairs.map(([value, { route }]) => [String(route.at(-1)), value]);
}
