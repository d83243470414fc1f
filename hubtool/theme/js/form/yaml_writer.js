// Data to YAML text in the canonical layout: the same data make the same text as `hubtool fmt`.
// hubtool/documents/writing.py does the same, and keeps comments too.

import { countCharacters, TextWriter } from "./yaml_scalars.js";

/**
 * @import { TextRules } from "./yaml_scalars.js"
 *
 * @typedef {{ mapping?: string, values?: FieldLayout, has_lines?: boolean, is_date?: boolean }}
 *   FieldLayout
 * how the value of a key is laid out
 *
 * @typedef {{ fields: Record<string, FieldLayout>, sections?: string[], is_small?: boolean,
 *   others?: FieldLayout }} MappingLayout
 * how a mapping is laid out: its keys in order, and those that an empty line stands before
 *
 * @typedef {TextRules & { mappings: Record<string, MappingLayout> }} Layout
 * what `hubtool.records.layout.layout_table` returns
 *
 * @typedef {Record<string, unknown>} Data
 */

const STEP = "  ";

/** @type {FieldLayout} */
const PLAIN = {};

/**
 * Returns *data* as YAML, laid out as the mapping *name* of *layout*.
 *
 * @param {Data} data
 * @param {string} name
 * @param {Layout} layout
 */
export function writeYaml(data, name, layout) {
  if (Object.keys(data).length === 0) return "{}\n";
  const writer = new Writer(layout);
  return [...writer.mapping(data, layout.mappings[name], "", ""), ""].join("\n");
}

class Writer {
  #layout;
  #texts;

  /** @param {Layout} layout */
  constructor(layout) {
    this.#layout = layout;
    this.#texts = new TextWriter(layout);
  }

  /**
   * Yields the lines of *data*; *start* stands before the first key.
   *
   * @param {Data} data
   * @param {MappingLayout} layout
   * @param {string} start
   * @param {string} indent
   * @returns {Generator<string>}
   */
  *mapping(data, layout, start, indent) {
    for (const [position, key] of orderKeys(data, layout).entries()) {
      if (position > 0 && layout.sections?.includes(key)) yield "";
      const head = `${position > 0 ? indent : start}${this.#texts.scalar(key)}:`;
      yield* this.#value(head, data[key], fieldLayout(layout, key), indent + STEP);
    }
  }

  /**
   * @param {unknown[]} items
   * @param {FieldLayout} field
   * @param {string} indent
   * @returns {Generator<string>}
   */
  *#list(items, field, indent) {
    for (const item of items) {
      const dash = `${indent}-`;
      if (isMapping(item) && this.#line(dash, item, field) === null) {
        yield* this.mapping(item, this.#mappingLayout(field), `${dash} `, indent + STEP);
      } else {
        yield* this.#value(dash, item, field, indent + STEP);
      }
    }
  }

  /**
   * Yields the lines of *value* after *head*, which is its key or its dash.
   *
   * @param {string} head
   * @param {unknown} value
   * @param {FieldLayout} field
   * @param {string} indent
   * @returns {Generator<string>}
   */
  *#value(head, value, field, indent) {
    const line = this.#line(head, value, field);
    if (line !== null) {
      yield line;
    } else if (Array.isArray(value)) {
      yield head;
      yield* this.#list(value, field, indent);
    } else if (isMapping(value)) {
      yield head;
      yield* this.mapping(value, this.#mappingLayout(field), indent, indent);
    } else {
      const block = this.#texts.block(String(value), indent);
      yield `${head} ${block?.header}`;
      yield* block?.lines ?? [];
    }
  }

  /**
   * Returns *head* and *value* on one line, null where they take more than one.
   *
   * @param {string} head
   * @param {unknown} value
   * @param {FieldLayout} field
   */
  #line(head, value, field) {
    if (isContainer(value)) {
      const flow = this.#flow(value, field);
      const line = `${head} ${flow}`;
      return flow !== null && (this.#fits(line) || isEmpty(value)) ? line : null;
    }
    const line = `${head} ${this.#texts.scalar(value, { isDate: field.is_date })}`;
    const isLong = typeof value === "string" && (value.includes("\n") || !this.#fits(line));
    return isLong && this.#texts.block(value, "") ? null : line;
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

/**
 * @param {MappingLayout} layout
 * @param {string} key
 */
function fieldLayout(layout, key) {
  return (Object.hasOwn(layout.fields, key) ? layout.fields[key] : layout.others) ?? PLAIN;
}

/**
 * @param {Data} data
 * @param {MappingLayout} layout
 */
function orderKeys(data, layout) {
  const known = Object.keys(layout.fields).filter((key) => Object.hasOwn(data, key));
  return [...known, ...Object.keys(data).filter((key) => !Object.hasOwn(layout.fields, key))];
}

/**
 * @param {unknown} value
 * @returns {value is Data}
 */
function isMapping(value) {
  return isContainer(value) && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {value is Data | unknown[]}
 */
function isContainer(value) {
  return typeof value === "object" && value !== null;
}

/** @param {Data | unknown[]} value */
function isEmpty(value) {
  return Object.keys(value).length === 0;
}
