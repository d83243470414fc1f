// Terms of a vocabulary: found by id, label or synonym, as hubtool finds them.

import { quoted } from "./phrases.js";

/**
 * @import { Term } from "./check.js"
 *
 * @typedef {{ code: string, message: string, hint: string | null }} TermFault
 */

/**
 * @param {string} text
 * @param {string} scheme
 * @param {Record<string, Term>} terms
 * @param {boolean} isKey
 * @returns {TermFault | null} what is wrong with *text* as a term
 */
export function termFault(text, scheme, terms, isKey) {
  const term = Object.hasOwn(terms, text) ? terms[text] : undefined;
  if (!term) return unknownTerm(text, scheme, terms);
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
 * @returns {TermFault}
 */
function unknownTerm(text, scheme, terms) {
  const id = namesOf(terms).get(folded(text));
  if (id)
    return {
      code: "H204",
      message: `\`${text}\` is read as \`${id}\``,
      hint: `write \`${id}\``,
    };
  const message = `\`${text}\` is not in the vocabulary of ${scheme.replaceAll("-", " ")}`;
  return { code: "H203", message, hint: null };
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
