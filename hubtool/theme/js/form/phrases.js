// Parts of messages: values and names in the words that hubtool has for them.

/**
 * @import { Field } from "./check.js"
 * @import { Route } from "./record.js"
 */

export const SHORT = 40; // characters that a message can quote

/**
 * @param {string} text
 * @param {Record<string, string | number>} slots
 */
export function filled(text, slots) {
  return text.replaceAll(/\{(\w+)\}/g, (all, name) =>
    Object.hasOwn(slots, name) ? String(slots[name]) : all,
  );
}

/** @param {Record<string, Field>} fields */
export function keysHint(fields) {
  const needed = Object.keys(fields).filter((key) => fields[key].is_required && key !== "id");
  const listed = needed.map((key) => `\`${key}:\``).join(", ");
  return listed
    ? `write ${listed} on lines below it, set in by two spaces`
    : "write `key: value` lines, set in by two spaces";
}

/** @param {Route} route */
export function keyOf(route) {
  return String(route.filter((step) => typeof step === "string").at(-1) ?? "this");
}

/** @param {string[]} names */
export function quoted(names) {
  return names.map((name) => `\`${name}\``).join(", ");
}

/** @param {unknown} value */
export function describe(value) {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "boolean") return `\`${value}\``;
  if (typeof value === "number") return `the number \`${value}\``;
  if (typeof value === "string")
    return [...value].length > SHORT || value.includes("\n") ? "text" : `\`${value}\``;
  return Array.isArray(value) ? "a list" : "a block of keys";
}
