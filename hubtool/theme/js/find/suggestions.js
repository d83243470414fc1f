// What a search box suggests: cases, lessons, films, collections, terms and pages, by kind.

import { ROOT } from "./dom.js";
import { indexes, search } from "./indexes.js";
import { loadTerms, termsIn } from "./terms.js";
import { correctedWords } from "./word_search.js";

/**
 * @import { PageMatch } from "./indexes.js"
 * @import { NamedTerm } from "./terms.js"
 */

/**
 * @typedef {{ title: string, url: string, below: string, isMarked: boolean }} Suggestion
 * `below` is the line below the title, with `<mark>` where it is marked
 *
 * @typedef {{ kind: string, suggestion: Suggestion, weight: number }} Claim a lesson or film
 * @typedef {{ kind: string, found: Suggestion[] }} SuggestionGroup
 * @typedef {{ groups: SuggestionGroup[], words: string, count: number }} Suggestions
 * `words` are those that were searched, `count` is the number of pages that have them
 */

const LOADED = 7; // pages: the whole text of each is loaded
/** @type {Record<string, number>} */
const MOST = { case: 4, lesson: 3, film: 2, collection: 2, term: 3, page: 2 };

/** Loads the index of words for a reader who is about to type some. */
export function prepare() {
  void indexes("pages");
  void loadTerms();
}

/**
 * @param {string} words
 * @returns {Promise<Suggestions | null>} null where words cannot be searched
 */
export async function suggestions(words) {
  const used = await correctedWords("pages", words);
  const hits = await search("pages", used);
  if (hits === null) return null;
  const pages = await Promise.all(hits.slice(0, LOADED).map((hit) => hit.data()));
  const groups = withTerms(groupsOf(pages, used), termsIn(await loadTerms(), used));
  return { groups, words: used, count: hits.length };
}

/**
 * @param {SuggestionGroup[]} groups
 * @param {NamedTerm[]} terms that the words name
 * @returns {SuggestionGroup[]} the groups; those of the terms that they lack come second
 */
function withTerms(groups, terms) {
  const urls = new Set(groups.flatMap(({ found }) => found.map(({ url }) => url)));
  const missing = terms
    .map(([title, address]) => ({
      title,
      url: ROOT.pathname + address,
      below: "",
      isMarked: false,
    }))
    .filter(({ url }) => !urls.has(url));
  if (missing.length === 0) return groups;
  const present = groups.find(({ kind }) => kind === "term");
  if (present) {
    present.found.push(...missing);
    return groups;
  }
  return [...groups.slice(0, 1), { kind: "term", found: missing }, ...groups.slice(1)];
}

/**
 * @param {PageMatch[]} pages the best first
 * @param {string} words
 * @returns {SuggestionGroup[]} a few suggestions of each kind, the kind of the best one first
 */
export function groupsOf(pages, words) {
  const claims = claimsOf(pages, words);
  const leading = leadingPages(pages, claims, words);
  /** @type {Map<string, Suggestion[]>} */
  const groups = new Map();
  for (const { kind, suggestion } of [
    ...leading.map(pageSuggestion),
    ...claims,
    ...pages.filter((page) => !leading.includes(page)).map(pageSuggestion),
  ]) {
    const group = groups.get(kind) ?? [];
    if (group.length < (MOST[kind] ?? 0)) group.push(suggestion);
    groups.set(kind, group);
  }
  return [...groups].map(([kind, found]) => ({ kind, found }));
}

/**
 * First comes a term with this name or synonym; else a lesson whose title has all the words;
 * else the best page.
 *
 * @param {PageMatch[]} pages
 * @param {Claim[]} claims
 * @param {string} words
 */
function leadingPages(pages, claims, words) {
  const name = words.toLowerCase();
  const terms = pages.filter((page) => page.meta.kind === "term" && namesOf(page).includes(name));
  if (terms.length > 0) return terms;
  const isInClaim = claims.some(({ suggestion }) => hasWords(suggestion.title, words));
  const isInPage = pages.some(({ meta }) => hasWords(meta.title ?? "", words));
  return isInClaim && !isInPage ? [] : pages.slice(0, 1);
}

/**
 * @param {PageMatch[]} pages
 * @param {string} words
 * @returns {Claim[]} first those whose title has all the words, then those that have them most
 */
function claimsOf(pages, words) {
  const rank = (/** @type {Claim} */ { suggestion }) => Number(hasWords(suggestion.title, words));
  return pages.flatMap(claimsIn).sort((a, b) => rank(b) - rank(a) || b.weight - a.weight);
}

/**
 * @param {PageMatch} page
 * @returns {Claim[]} the lessons and films of a case that have the words
 */
function claimsIn({ sub_results: sections, meta }) {
  return sections.flatMap(({ title, url, anchor, locations }) => {
    const kind = /^(lesson|film)-/.exec(anchor?.id ?? "")?.[1];
    if (!kind) return [];
    const suggestion = { title, url, below: meta.title ?? "", isMarked: false };
    return [{ kind, suggestion, weight: locations.length }];
  });
}

/** @param {PageMatch} page */
function pageSuggestion({ url, meta, excerpt }) {
  const { kind = "", title = url } = meta;
  const suggestion = { title, url, below: excerpt, isMarked: true };
  return { kind: kind in MOST ? kind : "page", suggestion };
}

/** @param {PageMatch} page */
function namesOf({ meta: { title = "", synonyms = "" } }) {
  return [title, ...synonyms.split(", ")].map((name) => name.toLowerCase());
}

/**
 * @param {string} text
 * @param {string} words
 */
function hasWords(text, words) {
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
}
