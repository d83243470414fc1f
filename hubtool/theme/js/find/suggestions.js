// What a search box suggests: cases, lessons, films, collections, terms and pages, by kind.

import { ROOT } from "./dom.js";
import { folded } from "./fold.js";
import { indexes, search } from "./indexes.js";
import { loadTerms, pagesNamed, termsIn } from "./terms.js";
import { checkedSpelling, knownPart, sayingOf } from "./word_search.js";

/**
 * @import { PageMatch } from "./indexes.js"
 * @import { NamedPage } from "./terms.js"
 */

/**
 * @typedef {{ title: string, url: string, below: string, isMarked: boolean }} Suggestion
 * `below` is the line below the title, with `<mark>` where it is marked
 *
 * @typedef {{ kind: string, suggestion: Suggestion, weight: number }} Claim a lesson or film
 * @typedef {{ kind: string, found: Suggestion[] }} SuggestionGroup
 * @typedef {{
 *   groups: SuggestionGroup[],
 *   words: string,
 *   count: number,
 *   saying: string,
 *   other: string | null,
 * }} Suggestions
 * `words` are those that were searched, `count` is the number of pages that have them, `saying`
 * what was mended or why nothing was found, and `other` words to try instead
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
  const spelling = await checkedSpelling("pages", words);
  const used = spelling.words;
  const all = await search("pages", used);
  if (all === null) return null;
  const hits = spelling.unknown.length > 0 || spelling.meant ? [] : all;
  const pages = await Promise.all(hits.slice(0, LOADED).map((hit) => hit.data()));
  const named = await loadTerms();
  const groups = withTerms(groupsOf(pages, used), termsIn(named, used), pagesNamed(named, used));
  const other = spelling.meant ?? knownPart(used, spelling);
  return { groups, words: used, count: hits.length, saying: sayingOf(words, spelling), other };
}

/**
 * @param {SuggestionGroup[]} groups
 * @param {NamedPage[]} mentioned pages that the words name among other things
 * @param {NamedPage[]} named pages whose names begin with the words
 * @returns {SuggestionGroup[]} the groups; what is named comes first, what is mentioned second
 */
export function withTerms(groups, mentioned, named) {
  const first = groups.slice(0, 1);
  const rest = groups.slice(1);
  return joined([...named.map(namedGroup), ...first, ...mentioned.map(namedGroup), ...rest]);
}

/**
 * @param {NamedPage} page
 * @returns {SuggestionGroup}
 */
function namedGroup([title, address, , kind]) {
  const url = ROOT.pathname + address;
  return { kind, found: [{ title, url, below: "", isMarked: false }] };
}

/**
 * @param {SuggestionGroup[]} groups
 * @returns {SuggestionGroup[]} one of each kind, with each page once; its best description is kept
 */
function joined(groups) {
  /** @type {Map<string, Map<string, Suggestion>>} */
  const kinds = new Map();
  for (const { kind, found } of groups) {
    const pages = kinds.get(kind) ?? new Map();
    for (const suggestion of found) {
      const known = pages.get(suggestion.url);
      pages.set(suggestion.url, known?.below ? known : suggestion);
    }
    kinds.set(kind, pages);
  }
  return [...kinds].map(([kind, pages]) => ({ kind, found: [...pages.values()] }));
}

/**
 * @param {PageMatch[]} pages the best first
 * @param {string} words
 * @returns {SuggestionGroup[]} a few suggestions of each kind, the kind of the best one first
 */
export function groupsOf(pages, words) {
  const inTitle = (/** @type {PageMatch} */ { meta }) => Number(hasWords(meta.title ?? "", words));
  const ordered = [...pages].sort((a, b) => inTitle(b) - inTitle(a));
  const claims = claimsOf(ordered, words);
  const leading = leadingPages(ordered, claims, words);
  /** @type {Map<string, Suggestion[]>} */
  const groups = new Map();
  for (const { kind, suggestion } of [
    ...leading.map(pageSuggestion),
    ...claims,
    ...ordered.filter((page) => !leading.includes(page)).map(pageSuggestion),
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
  const within = folded(text);
  return folded(words)
    .split(/\s+/)
    .every((word) => within.includes(word));
}
