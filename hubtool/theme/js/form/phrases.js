// Parts of messages: values and names in the words that hubtool has for them.

/** @import { Route } from "./record.js" */

const SHORT = 40; // characters that a message can quote

/**
 * @param {string} text
 * @param {Record<string, string | number>} slots
 */
export function filled(text, slots) {
  return text.replaceAll(/\{(\w+)\}/g, (all, name) =>
    Object.hasOwn(slots, name) ? String(slots[name]) : all,
  );
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
  return Array.isArray(value) ? "a list" : "lines such as `key: …`";
}

/**
 * @param {number} value
 * @param {{ ge?: number, le?: number }} bounds
 * @returns {string | null} the bound that *value* is beyond
 */
export function exceeded(value, { ge, le }) {
  if (ge !== undefined && value < ge) return `at least ${ge}`;
  return le !== undefined && value > le ? `at most ${le}` : null;
}

/**
 * @param {unknown} value
 * @returns {string} as a message quotes it
 */
export function written(value) {
  const text = String(value);
  return `\`${typeof value === "boolean" ? text[0].toUpperCase() + text.slice(1) : text}\``;
}

/**
 * @param {unknown} value that stands where a number belongs
 * @returns {string | null} the hint that names the number it means, where that is plain
 */
export function figureToWrite(value) {
  if (typeof value === "number") {
    const low = Math.floor(value);
    return `write \`${low}\` or \`${low + 1}\``;
  }
  if (typeof value !== "string" || /\d\s?[a-zA-Z]/.test(value)) return null;
  const [figure, ...others] = value.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  return figure === undefined || others.length > 0
    ? null
    : `write \`${figure.split(",").join("")}\``;
}
