// Data to YAML text in the canonical layout: the same data make the same text as `hubtool fmt`.
// hubtool/documents/writing.py does the same.

import { countInside } from "./comments.js";
import { isMapping, partName } from "./record.js";
import { fieldLayout, isContainer, isEmpty, orderKeys } from "./yaml_layout.js";
import { countCharacters, TextWriter } from "./yaml_scalars.js";

/**
 * @import { Comments } from "./comments.js"
 * @import { Data, Route } from "./record.js"
 * @import { FieldLayout, Layout, MappingLayout } from "./yaml_layout.js"
 */

const STEP = "  ";

/** @type {Comments} */
const NONE = { before: {}, beside: {}, after: {} };

/**
 * Returns *data* as YAML, laid out as the mapping *name* of *layout*, with *comments*.
 *
 * @param {Data} data
 * @param {string} name
 * @param {Layout} layout
 * @param {Comments} [comments]
 */
export function writeYaml(data, name, layout, comments = NONE) {
  if (Object.keys(data).length === 0) return "{}\n";
  const writer = new Writer(layout, comments);
  const lines = writer.mapping(data, layout.mappings[name], "", []);
  return [...writer.before([], ""), ...lines, ""].join("\n");
}

class Writer {
  #layout;
  #texts;
  #comments;
  #inside;

  /**
   * @param {Layout} layout
   * @param {Comments} comments
   */
  constructor(layout, comments) {
    this.#layout = layout;
    this.#texts = new TextWriter(layout);
    this.#comments = comments;
    this.#inside = countInside(comments);
  }

  /**
   * Yields the lines of *data*; in a list *dash* stands before the first key.
   *
   * @param {Data} data
   * @param {MappingLayout} layout
   * @param {string} indent
   * @param {Route} route
   * @param {string} [dash]
   * @returns {Generator<string>}
   */
  *mapping(data, layout, indent, route, dash) {
    for (const [position, key] of orderKeys(data, layout).entries()) {
      const inner = [...route, key];
      if (position > 0 && layout.sections?.includes(key)) yield "";
      if (position > 0 || dash === undefined) yield* this.before(inner, indent);
      const head = `${position === 0 && dash ? dash : indent}${this.#texts.scalar(key)}:`;
      yield* this.#value(head, data[key], fieldLayout(layout, key), indent + STEP, inner);
    }
    yield* this.#after(route, indent);
  }

  /**
   * Returns the comments that stand before the part at *route*.
   *
   * @param {Route} route
   * @param {string} indent
   */
  before(route, indent) {
    return (this.#comments.before[partName(route)] ?? []).map((text) => indent + text);
  }

  /**
   * @param {Route} route
   * @param {string} indent
   */
  #after(route, indent) {
    return (this.#comments.after[partName(route)] ?? []).map((text) => indent + text);
  }

  /**
   * @param {unknown[]} items
   * @param {FieldLayout} field
   * @param {string} indent
   * @param {Route} route
   * @returns {Generator<string>}
   */
  *#list(items, field, indent, route) {
    for (const [position, item] of items.entries()) {
      const inner = [...route, position];
      yield* this.before(inner, indent);
      if (isMapping(item) && !isEmpty(item))
        yield* this.before(this.#first(item, field, inner), indent);
      const isShort = this.#line(`${indent}-`, item, field, inner) !== null;
      if (isShort) yield* this.#value(`${indent}-`, item, field, indent + STEP, inner);
      else yield* this.#item(item, field, indent, inner);
    }
    yield* this.#after(route, indent);
  }

  /**
   * Yields the lines of an item that takes more than one.
   *
   * @param {unknown} item
   * @param {FieldLayout} field
   * @param {string} indent
   * @param {Route} route
   * @returns {Generator<string>}
   */
  *#item(item, field, indent, route) {
    const comment = this.#comments.beside[partName(route)];
    // Beside the dash it would be read as a comment before the first part.
    if (comment && isContainer(item)) yield indent + comment;
    if (isMapping(item)) {
      const layout = this.#mappingLayout(field);
      yield* this.mapping(item, layout, indent + STEP, route, `${indent}- `);
    } else if (Array.isArray(item)) {
      yield `${indent}-`;
      yield* this.#list(item, field, indent + STEP, route);
    } else yield* this.#value(`${indent}-`, item, field, indent + STEP, route);
  }

  /**
   * Returns the route to the key of *data* that is written first.
   *
   * @param {Data} data
   * @param {FieldLayout} field
   * @param {Route} route
   */
  #first(data, field, route) {
    return [...route, ...orderKeys(data, this.#mappingLayout(field)).slice(0, 1)];
  }

  /**
   * Says whether comments keep *value* from one line. In a list those before the first key of an
   * item stand before the item.
   *
   * @param {unknown} value
   * @param {FieldLayout} field
   * @param {Route} route
   */
  #isCommented(value, field, route) {
    const count = this.#inside.get(partName(route)) ?? 0;
    if (count === 0 || !isMapping(value) || typeof route.at(-1) !== "number") return count > 0;
    return count > this.before(this.#first(value, field, route), "").length;
  }

  /**
   * Yields the lines of *value* after *head*, which is its key or its dash.
   *
   * @param {string} head
   * @param {unknown} value
   * @param {FieldLayout} field
   * @param {string} indent
   * @param {Route} route
   * @returns {Generator<string>}
   */
  *#value(head, value, field, indent, route) {
    const comment = this.#comments.beside[partName(route)];
    const beside = comment ? `  ${comment}` : "";
    const line = this.#line(head, value, field, route);
    if (line !== null) {
      yield line + beside;
    } else if (Array.isArray(value)) {
      yield head + beside;
      yield* this.#list(value, field, indent, route);
    } else if (isMapping(value)) {
      yield head + beside;
      yield* this.mapping(value, this.#mappingLayout(field), indent, route);
    } else {
      const block = this.#texts.block(String(value), indent);
      yield `${head} ${block?.header}${beside}`;
      yield* block?.lines ?? [];
    }
  }

  /**
   * Returns *head* and *value* on one line, null where they take more than one.
   *
   * @param {string} head
   * @param {unknown} value
   * @param {FieldLayout} field
   * @param {Route} route
   */
  #line(head, value, field, route) {
    if (isContainer(value)) return this.#flowLine(head, value, field, route);
    const line = `${head} ${this.#texts.scalar(value, { isDate: field.is_date })}`;
    const isLong = typeof value === "string" && (value.includes("\n") || !this.#fits(line));
    return isLong && this.#texts.block(value, "") ? null : line;
  }

  /**
   * @param {string} head
   * @param {Data | unknown[]} value
   * @param {FieldLayout} field
   * @param {Route} route
   */
  #flowLine(head, value, field, route) {
    const flow = this.#isCommented(value, field, route) ? null : this.#flow(value, field);
    const line = `${head} ${flow}`;
    return flow !== null && (this.#fits(line) || isEmpty(value)) ? line : null;
  }

  /** @param {string} line */
  #fits(line) {
    return countCharacters(line) <= this.#layout.width;
  }

  /**
   * Returns *value* as it stands between brackets, null where its layout has no such form.
   *
   * @param {unknown} value
   * @param {FieldLayout} field
   * @returns {string | null}
   */
  #flow(value, field) {
    if (!isContainer(value)) {
      if (typeof value === "string" && value.includes("\n")) return null;
      return this.#texts.scalar(value, { isDate: field.is_date, inFlow: true });
    }
    const items = isMapping(value) ? this.#flowPairs(value, field) : this.#flowItems(value, field);
    if (items.includes(null) || (field.has_lines && !isEmpty(value))) return null;
    return isMapping(value) ? `{${items.join(", ")}}` : `[${items.join(", ")}]`;
  }

  /**
   * @param {unknown[]} items
   * @param {FieldLayout} field
   */
  #flowItems(items, field) {
    return items.map((item) => (isContainer(item) ? null : this.#flow(item, field)));
  }

  /**
   * @param {Data} data
   * @param {FieldLayout} field
   */
  #flowPairs(data, field) {
    const layout = this.#mappingLayout(field);
    return orderKeys(data, layout).map((key) => {
      const text = layout.is_small ? this.#flow(data[key], fieldLayout(layout, key)) : null;
      return text === null ? null : `${this.#texts.scalar(key, { inFlow: true })}: ${text}`;
    });
  }

  /**
   * @param {FieldLayout} field
   * @returns {MappingLayout}
   */
  #mappingLayout(field) {
    if (field.mapping) return this.#layout.mappings[field.mapping];
    return { fields: {}, is_small: true, others: field.values };
  }
}
