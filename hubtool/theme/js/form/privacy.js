// What must not become public: ways to reach a person. hubtool looks closer, in the same words.

import { isMapping } from "./record.js";

/**
 * @import { Fault, Table } from "./check.js"
 * @import { Data, Route } from "./record.js"
 */

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}/;
const TELEPHONE =
  /(?<![\w.+/-])(?:\+\d{1,3}(?:[ ().-]{0,3}\d){7,12}|\(?0\d{2,4}\)?(?:[ .-]?\d){6,8})(?![\w-])/;
const NO_TELEPHONE = /https?:\/\/\S+|\b10\.\d{4,9}\/\S+/gi;

/**
 * @param {Data} record
 * @param {Table} table
 * @returns {Fault[]}
 */
export function privateParts(record, { words }) {
  return [...texts(record, [])].flatMap(([route, text]) =>
    contactsIn(text).map((name) => {
      const [code, message, hint] = words[name];
      return { code, message, hint, route };
    }),
  );
}

/**
 * @param {string} text
 * @returns {string[]} the kinds of ways to reach a person that stand in it
 */
export function contactsIn(text) {
  const names = EMAIL.test(text) ? ["email"] : [];
  if (TELEPHONE.test(text.replaceAll(NO_TELEPHONE, ""))) names.push("telephone");
  return names;
}

/**
 * @param {unknown} value
 * @param {Route} route
 * @returns {Generator<[Route, string]>}
 */
function* texts(value, route) {
  if (typeof value === "string") yield [route, value];
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* texts(item, [...route, index]);
  } else if (isMapping(value)) {
    for (const [key, part] of Object.entries(value)) yield* texts(part, [...route, key]);
  }
}
