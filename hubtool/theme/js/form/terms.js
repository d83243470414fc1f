// Terms of a vocabulary: found by id, label or synonym, as hubtool finds them.

import { nearest } from "./nearest.js";
import { quoted } from "./phrases.js";

/**
 * @import { Term } from "./check.js"
 *
 * @typedef {{ code: string, message: string, hint: string }} TermFault
 */

const MOST_LISTED = 18;

/**
 * @param {string} text
 * @param {string} scheme
 * @param {Record<string, Term>} terms
 * @param {boolean} isKey
 * @returns {TermFault | null} what is wrong with *text* as a term
 */
export function termFault(text, scheme, terms, isKey) {
  const term = Object.hasOwn(terms, text) ? terms[text] : undefined;
  if (!term) return unknownTerm(text, scheme, terms, isKey);
  if (term.is_group) {
    const hint = `choose one of its terms: ${quoted(term.under ?? [])}`;
    return { code: "H228", message: `\`${text}\` is a heading, not a term`, hint };
  }
  if (!isKey || !term.is_for_lessons) return null;
  const hint = "name the stage at which it was decided";
  return { code: "H203", message: `\`${text}\` is for lessons only`, hint };
}

/**
 * @param {string} text
 * @param {string} scheme
 * @param {Record<string, Term>} terms
 * @param {boolean} isKey
 * @returns {TermFault}
 */
function unknownTerm(text, scheme, terms, isKey) {
  const names = namesOf(terms);
  const key = folded(text);
  const id = names.get(key);
  if (id)
    return {
      code: "H204",
      message: `\`${text}\` was taken for \`${id}\``,
      hint: `write \`${id}\``,
    };
  const match = names.get(nearest(key, names.keys(), 0.72) ?? "") ?? begun(key, names);
  const message = `\`${text}\` is not in the vocabulary of ${scheme.replaceAll("-", " ")}`;
  const hint = match
    ? `did you mean \`${match}\` (${terms[match].label})?`
    : offer(terms, scheme, isKey || scheme === "power");
  return { code: "H203", message, hint };
}

/** @param {string} text */
function folded(text) {
  return text.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}

/**
 * @param {Record<string, Term>} terms
 * @returns {Map<string, string>} the ids of *terms* by every name; labels win over synonyms
 */
function namesOf(terms) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const [id, { label }] of Object.entries(terms))
    if (!names.has(folded(label))) names.set(folded(label), id);
  for (const [id, { names: synonyms }] of Object.entries(terms)) {
    for (const synonym of synonyms) if (!names.has(folded(synonym))) names.set(folded(synonym), id);
  }
  for (const id of Object.keys(terms)) names.set(id, id);
  return names;
}

/**
 * @param {string} key
 * @param {Map<string, string>} names
 * @returns {string | undefined} the only term that *key* begins
 */
function begun(key, names) {
  const ids = new Set([...names].filter(([name]) => name.startsWith(key)).map(([, id]) => id));
  return ids.size === 1 && key.length >= 3 ? [...ids][0] : undefined;
}

/**
 * @param {Record<string, Term>} terms
 * @param {string} scheme
 * @param {boolean} isReading
 */
function offer(terms, scheme, isReading) {
  const ids = Object.keys(terms).filter(
    (id) => !terms[id].is_group && !(isReading && terms[id].is_for_lessons),
  );
  return ids.length > MOST_LISTED
    ? `choose one from vocabulary/${scheme}.yml`
    : `write one of ${quoted(ids)}`;
}
