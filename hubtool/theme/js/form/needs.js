// What the form needs beyond what a file must have, and what only the whole hub knows.

import { fetchJson } from "../find/dom.js";
import { filled } from "./phrases.js";
import { isMapping } from "./record.js";

/**
 * @import { Fault } from "./check.js"
 * @import { Data, Route } from "./record.js"
 */

/** @param {Route} route @returns {Fault} */
const need = (...route) => ({ code: "need", message: "", hint: null, route });

/**
 * @param {Data} record
 * @returns {Fault[]} answers of the short form that *record* lacks
 */
export function needs(record) {
  const partners = Array.isArray(record.partners) ? record.partners : [];
  const consent = isMapping(record.consent) ? record.consent : {};
  const isPublicRecord = consent.status === "public-record";
  return [
    ...(record.places ? [] : [need("places", 0, "name"), need("places", 0, "country")]),
    ...[0, 1].flatMap((index) => partnerNeeds(partners[index] ?? {}, index)),
    ...(record.lessons ? [] : ["lesson", "said_by", "kind"].map((key) => need("lessons", 0, key))),
    ...(consent.status ? [] : [need("consent", "status")]),
    ...consentNeeds(consent),
    ...(isPublicRecord && !record.sources ? [need("sources", 0, "title")] : []),
  ];
}

/** @param {Data} consent */
function consentNeeds({ status, agreed_by, agreed_on, withheld }) {
  if (status !== "agreed" && status !== "partial") return [];
  return [
    ...(agreed_by ? [] : [need("consent", "agreed_by")]),
    ...(agreed_on ? [] : [need("consent", "agreed_on")]),
    ...(status === "agreed" || withheld ? [] : [need("consent", "withheld")]),
  ];
}

/**
 * @param {Data} partner
 * @param {number} index
 */
function partnerNeeds({ name, org, kind }, index) {
  if (org) return [];
  return [
    ...(name ? [] : [need("partners", index, "name")]),
    ...(kind ? [] : [need("partners", index, "kind")]),
  ];
}

/**
 * @param {Data} record
 * @param {Record<string, string>} words
 * @returns {Promise<Fault[]>} a word about each lesson elsewhere that the hub does not have
 */
export async function missingLessons(record, words) {
  const lessons = Array.isArray(record.lessons) ? record.lessons : [];
  const answers = lessons.flatMap((lesson, index) =>
    ["confirms", "contradicts"].flatMap((key) =>
      [lesson?.[key] ?? []].flat().map((id) => ({ id, route: ["lessons", index, key] })),
    ),
  );
  if (answers.length === 0) return [];
  const published = await fetchJson("assets/find/lessons.json").catch(() => null);
  const known = new Set(published?.ids.flatMap(lessonAddresses));
  return answers
    .filter(({ id }) => published && !known.has(id))
    .map(({ id, route }) => {
      const message = filled(words["no-lesson"], { text: String(id) });
      return { code: "H305", message, hint: null, route };
    });
}

/**
 * @param {string} row the lessons of a case as the index has them: `case#first second`
 * @returns {string[]} their addresses
 */
function lessonAddresses(row) {
  const [id, names = ""] = row.split("#");
  return names.split(" ").map((name) => `${id}#${name}`);
}
