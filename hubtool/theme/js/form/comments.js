// The comments of a YAML file and the part each belongs to.
// hubtool/documents/comments.py finds the same ones in the same places.

import { partName } from "./record.js";

/**
 * @import { Route } from "./record.js"
 *
 * @typedef {{ before: Record<string, string[]>, beside: Record<string, string>,
 *   after: Record<string, string[]> }} Comments
 * what stands before a part, beside it or its key, and after the last of its parts; the parts go
 * by the names that `partName` gives their routes
 *
 * @typedef {{ route: Route, keyStart: number, keyEnd: number, start: number, end: number,
 *   isFlow: boolean, parts: LocatedPart[] }} LocatedPart
 * a part of a file: the offsets of its key, if it has one, and of its value
 *
 * @typedef {{ start: number, column: number, text: string, follows: boolean }} Comment
 * *follows* says whether something stands before it on its line
 */

const COMMENT = /#[^\r\n]*/g;
const BLOCK_HEADER = /^[|>][^\r\n]*/;
const BEFORE_DASH = /^[ \t?-]*$/;

/**
 * @param {string} text
 * @param {LocatedPart} root
 * @returns {Comments}
 */
export function findComments(text, root) {
  const search = new Search(text, [...commentsOf(text, root)]);
  while (search.nextBefore(root.start)) search.put("before", root);
  search.walk(root);
  while (search.waiting.length > 0) search.attach(root, root.parts.at(-1), undefined);
  return search.result();
}

/**
 * @param {Comments} comments
 * @returns {Map<string, number>} how many of them stand below each part
 */
export function countInside({ before, beside, after }) {
  const counts = new Map();
  const add = (/** @type {Route} */ route) =>
    counts.set(partName(route), (counts.get(partName(route)) ?? 0) + 1);
  const names = [
    ...Object.entries(before).flatMap(([name, texts]) => texts.map(() => name)),
    ...Object.keys(beside),
  ];
  const ends = Object.entries(after).flatMap(([name, texts]) => texts.map(() => name));
  for (const name of ends) add(JSON.parse(name));
  for (const name of [...names, ...ends]) {
    const route = /** @type {Route} */ (JSON.parse(name));
    for (const depth of route.keys()) add(route.slice(0, depth));
  }
  return counts;
}

/**
 * @param {string} text
 * @param {LocatedPart} root
 * @returns {Generator<Comment>}
 */
function* commentsOf(text, root) {
  const taken = [...scalarsIn(root, text), [text.length, text.length]];
  taken.sort(([first], [second]) => first - second);
  let from = 0;
  for (const [start, end] of taken) {
    for (const match of text.slice(from, start).matchAll(COMMENT)) {
      const at = from + match.index;
      const line = lineStart(text, at);
      const follows = !BEFORE_DASH.test(text.slice(line, at));
      yield { start: at, column: at - line, text: match[0].trimEnd(), follows };
    }
    from = end;
  }
}

/**
 * @param {LocatedPart} part
 * @param {string} text
 * @returns {Generator<[number, number]>} where keys and texts stand, in which a `#` begins no
 *   comment
 */
function* scalarsIn(part, text) {
  if (part.keyEnd > part.keyStart) yield [part.keyStart, part.keyEnd];
  if (part.parts.length > 0) {
    for (const inner of part.parts) yield* scalarsIn(inner, text);
    return;
  }
  const header = BLOCK_HEADER.exec(text.slice(part.start, part.end));
  if (header) {
    // A comment may stand beside the header of a block.
    yield [part.start, part.start + 1];
    yield [part.start + header[0].length, part.end];
  } else if (!part.isFlow) yield [part.start, part.end];
}

/**
 * @param {string} text
 * @param {number} offset
 */
function lineStart(text, offset) {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

class Search {
  /** @type {Map<string, string[]>} */
  #before = new Map();
  /** @type {Map<string, string[]>} */
  #beside = new Map();
  /** @type {Map<string, string[]>} */
  #after = new Map();
  #text;

  /**
   * @param {string} text
   * @param {Comment[]} waiting the comments not yet attached, in order
   */
  constructor(text, waiting) {
    this.#text = text;
    this.waiting = waiting;
  }

  /**
   * @param {number} end
   * @returns {Comment | undefined} the next comment, if it starts before *end*
   */
  nextBefore(end) {
    const [comment] = this.waiting;
    return comment && comment.start < end ? comment : undefined;
  }

  /**
   * Attaches the next comment to *part*.
   *
   * @param {"before" | "beside" | "after"} place
   * @param {LocatedPart} part
   */
  put(place, part) {
    const places = { before: this.#before, beside: this.#beside, after: this.#after };
    const name = partName(part.route);
    const text = this.waiting.shift()?.text ?? "";
    places[place].set(name, [...(places[place].get(name) ?? []), text]);
  }

  /**
   * Attaches the comments inside *part*.
   *
   * @param {LocatedPart} part
   */
  walk(part) {
    /** @type {LocatedPart | undefined} */
    let previous;
    for (const inner of part.parts) {
      while (this.nextBefore(startOf(inner))) this.attach(part, previous, inner);
      this.#afterKey(inner);
      this.walk(inner);
      previous = inner;
    }
    while (part.isFlow && this.nextBefore(part.end)) this.attach(part, previous, undefined);
  }

  /**
   * Attaches the comments between the key of *part* and its value, or inside a block's header.
   *
   * @param {LocatedPart} part
   */
  #afterKey(part) {
    const [first] = part.parts;
    const end = first ? part.start : endOf(part);
    for (let comment = this.nextBefore(end); comment; comment = this.nextBefore(end)) {
      if (comment.follows) this.put("beside", part);
      else this.put("before", first && !part.isFlow ? first : part);
    }
  }

  /**
   * Attaches the next comment, which stands between two parts of *around*.
   *
   * @param {LocatedPart} around
   * @param {LocatedPart | undefined} previous
   * @param {LocatedPart | undefined} following
   */
  attach(around, previous, following) {
    const [comment] = this.waiting;
    if (previous && comment.follows && comment.start - comment.column <= endOf(previous))
      return this.put("beside", lastOnLine(previous));
    if (!previous && comment.follows && around.isFlow) return this.put("beside", around);
    const owner = previous && this.#owner(around, previous, comment);
    if (owner) this.put("after", owner);
    else if (following) this.put("before", following);
    else this.put(around.parts.length > 0 ? "after" : "before", around);
  }

  /**
   * @param {LocatedPart} around
   * @param {LocatedPart} previous
   * @param {Comment} comment
   * @returns {LocatedPart | undefined} the part inside *previous* at whose end *comment* stands by
   *   its indentation
   */
  #owner(around, previous, comment) {
    if (around.isFlow || comment.column <= this.#column(around)) return undefined;
    let owner;
    /** @type {LocatedPart | undefined} */
    let part = previous;
    while (part && part.parts.length > 0 && !part.isFlow && this.#column(part) <= comment.column) {
      owner = part;
      part = part.parts.at(-1);
    }
    return owner;
  }

  /** @param {LocatedPart} part */
  #column({ start }) {
    return start - lineStart(this.#text, start);
  }

  /** @returns {Comments} all that is attached: only one comment can stand beside a part */
  result() {
    for (const [name, texts] of this.#beside) {
      const others = texts.slice(0, -1);
      if (others.length > 0) this.#before.set(name, [...(this.#before.get(name) ?? []), ...others]);
    }
    const beside = [...this.#beside].map(([name, texts]) => [name, texts.at(-1)]);
    return {
      before: Object.fromEntries(this.#before),
      beside: Object.fromEntries(beside),
      after: Object.fromEntries(this.#after),
    };
  }
}

/** @param {LocatedPart} part */
function startOf({ keyStart, keyEnd, start }) {
  return keyEnd > keyStart ? keyStart : start;
}

/** @param {LocatedPart} part */
function endOf({ keyEnd, end }) {
  return Math.max(end, keyEnd);
}

/** @param {LocatedPart} part */
function lastOnLine(part) {
  let last = part;
  while (!last.isFlow && last.parts.length > 0)
    last = /** @type {LocatedPart} */ (last.parts.at(-1));
  return last;
}
