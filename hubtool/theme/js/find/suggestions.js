// What a search box suggests: cases, lessons, films, collections, terms and pages, each in a group.

import { understood } from "./asking.js";
import { indexes, search } from "./indexes.js";

/**
 * @typedef {import("./indexes.js").Found} Found
 * @typedef {import("./indexes.js").Section} Section
 * @typedef {{ title: string, url: string, below: string, isMarked: boolean }} Suggestion `below` may hold `<mark>`
 * @typedef {{ kind: string, found: Suggestion[] }} Group
 * @typedef {{ groups: Group[], words: string, count: number }} Suggested `words` are those that were meant
 */

const LOADED = 7; // the whole text of each is loaded
/** @type {Record<string, number>} */
const MOST = { case: 4, lesson: 3, film: 2, collection: 2, term: 3, page: 2 };

/** Loads the index of words, which somebody is about to ask. */
export function prepare() {
  void indexes("pages");
}

/**
 * @param {string} words
 * @returns {Promise<Suggested | null>} null where words cannot be searched
 */
export async function suggestions(words) {
  const { words: used } = await understood("pages", words);
  const hits = await search("pages", used);
  if (hits === null) return null;
  const pages = await Promise.all(hits.slice(0, LOADED).map((hit) => hit.data()));
  /** @type {Map<string, Suggestion[]>} */
  const groups = new Map();
  const add = (/** @type {string} */ kind, /** @type {Suggestion} */ one) => {
    const group = groups.get(kind) ?? [];
    if (group.length < (MOST[kind] ?? 0)) group.push(one);
    groups.set(kind, group);
  };
  const wanted = used.toLowerCase().split(/\s+/);
  const says = (/** @type {string} */ text) => wanted.every((word) => text.toLowerCase().includes(word));
  const claims = pages.flatMap(claimsIn).sort((a, b) => Number(says(b.one.title)) - Number(says(a.one.title)) || b.weight - a.weight);
  // First a term that is called just this, or has it for a synonym; else a lesson that says just this; else the best page.
  const named = pages.filter((page) => page.meta["kind"] === "term" && names(page).includes(used.toLowerCase()));
  const isClaim = claims.some(({ one }) => says(one.title)) && !pages.some((page) => says(page.meta["title"] ?? ""));
  const first = named.length > 0 ? named : isClaim ? [] : pages.slice(0, 1);
  first.forEach((page) => add(kindOf(page), whole(page)));
  claims.forEach(({ kind, one }) => add(kind, one));
  pages.filter((page) => !first.includes(page)).forEach((page) => add(kindOf(page), whole(page)));
  return { groups: [...groups].map(([kind, found]) => ({ kind, found })), words: used, count: hits.length };
}

/** @param {Found} page */
function kindOf(page) {
  const kind = page.meta["kind"] ?? "";
  return kind in MOST ? kind : "page";
}

/**
 * @param {Found} page
 * @returns {Suggestion}
 */
function whole(page) {
  return { title: page.meta["title"] ?? page.url, url: page.url, below: page.excerpt, isMarked: true };
}

/** @param {Found} page */
function names(page) {
  return [page.meta["title"] ?? "", ...(page.meta["synonyms"] ?? "").split(", ")].map((name) => name.toLowerCase());
}

/**
 * @param {Found} page
 * @returns {{ kind: string, weight: number, one: Suggestion }[]} the lessons and films of a case that have the words
 */
function claimsIn(page) {
  return page.sub_results.flatMap((section) => {
    const kind = /^(lesson|film)-/.exec(section.anchor?.id ?? "")?.[1];
    if (!kind) return [];
    const one = { title: section.title, url: section.url, below: page.meta["title"] ?? "", isMarked: false };
    return [{ kind, weight: section.locations.length, one }];
  });
}
