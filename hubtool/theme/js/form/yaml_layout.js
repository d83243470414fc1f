// How the parts of a file are laid out, by the table of `hubtool.records.layout`.

/**
 * @import { Data } from "./record.js"
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
 */

/** @type {FieldLayout} */
const PLAIN = {};

/**
 * @param {MappingLayout} layout
 * @param {string} key
 */
export function fieldLayout(layout, key) {
  return (Object.hasOwn(layout.fields, key) ? layout.fields[key] : layout.others) ?? PLAIN;
}

/**
 * @param {Data} data
 * @param {MappingLayout} layout
 */
export function orderKeys(data, layout) {
  const known = Object.keys(layout.fields).filter((key) => Object.hasOwn(data, key));
  return [...known, ...Object.keys(data).filter((key) => !Object.hasOwn(layout.fields, key))];
}

/**
 * @param {unknown} value
 * @returns {value is Data | unknown[]}
 */
export function isContainer(value) {
  return typeof value === "object" && value !== null;
}

/** @param {Data | unknown[]} value */
export function isEmpty(value) {
  return Object.keys(value).length === 0;
}
