// Words by Pagefind: an index for each kind of thing and each language.

import { ROOT, json } from "./dom.js";
import { BUNDLES, say } from "./words.js";

/**
 * @typedef {{ title: string, url: string, excerpt: string, anchor?: { id: string }, locations: number[] }} Section
 * @typedef {{ url: string, meta: Record<string, string>, excerpt: string, sub_results: Section[] }} Found as Pagefind tells it
 * @typedef {{ id: string, score: number, words: number[], data: () => Promise<Found> }} Hit
 * @typedef {{
 *   options: (given: object) => Promise<void>,
 *   search: (words: string) => Promise<{ results: Hit[] }>,
 * }} Index
 * @typedef {{ createInstance: (given: object) => Index }} Pagefind
 */

const RANKING = { termFrequency: 1, pageLength: 0.6, termSaturation: 1.4, metaWeights: { title: 6, synonyms: 1.5, kind: 0, case: 0 } };

/** @type {Map<string, Promise<Index[]>>} */
const loaded = new Map();

/**
 * @param {string} kind
 * @returns {Promise<Index[]>} one for each language; none where the site was built without them
 */
export function indexes(kind) {
  let found = loaded.get(kind);
  if (!found) {
    found = Promise.all((BUNDLES[kind] ?? []).map((language) => index(`pagefind/${kind}-${language}/`)))
      .then((all) => all.filter((one) => one !== null));
    loaded.set(kind, found);
  }
  return found;
}

/**
 * @param {string} folder
 * @returns {Promise<Index | null>}
 */
async function index(folder) {
  try {
    const address = new URL(folder, ROOT);
    // Each language has a stemmer of its own, which a copy of the module keeps to itself.
    /** @type {Pagefind} */
    const module = await import(new URL("pagefind.js", address).href);
    const made = module.createInstance({ basePath: address.pathname, baseUrl: ROOT.pathname, noWorker: true });
    await made.options({ ranking: RANKING, excerptLength: 22 });
    return made;
  } catch {
    return null;
  }
}

/**
 * @param {string} kind
 * @param {string} words
 * @returns {Promise<Hit[] | null>} the best first; null where there is no index
 */
export async function search(kind, words) {
  const all = await indexes(kind);
  if (all.length === 0) return null;
  const answers = await Promise.all(all.map((one) => one.search(lean(words))));
  return answers.flatMap((answer) => answer.results).sort((one, other) => other.score - one.score);
}

const STOP_WORDS = new Set(say("stop-words").split(" "));

/**
 * @param {string} words
 * @returns {string} without the words that the indexes pass over
 */
function lean(words) {
  // `WHO` and `US` are none: only their first letter may be a capital.
  return words.split(/\s+/).filter((word) => !STOP_WORDS.has(word.charAt(0).toLowerCase() + word.slice(1))).join(" ");
}

/** @type {Map<string, Promise<Map<string, number>>>} */
const rows = new Map();

/**
 * @param {string} kind
 * @returns {Promise<Map<string, number>>} from the beginning of a hit's id to its row in the list
 */
function rowsOf(kind) {
  let found = rows.get(kind);
  if (!found) {
    found = Promise.all((BUNDLES[kind] ?? []).map((language) => rowsIn(`pagefind/${kind}-${language}/rows.json`)))
      .then((maps) => new Map(maps.flatMap((map) => [...map])));
    rows.set(kind, found);
  }
  return found;
}

/** @param {string} address */
async function rowsIn(address) {
  /** @type {{ language: string, rows: string[] }} */
  const { language, rows } = await json(address).catch(() => ({ language: "", rows: [] }));
  /** @type {[string, number][]} */
  const pairs = rows.flatMap((hashes, row) => hashes.split(" ").filter(Boolean).map((hash) => /** @type {[string, number]} */ ([`${language}_${hash}`, row])));
  return new Map(pairs);
}

/**
 * @typedef {{ row: number, hit: Hit }} Placed
 * @param {string} kind
 * @param {string} words
 * @returns {Promise<{ rows: Placed[], others: Hit[] } | null>} hits on rows of the list, and the other ones
 */
export async function searchRows(kind, words) {
  const [hits, places] = await Promise.all([search(kind, words), rowsOf(kind)]);
  if (hits === null) return null;
  const placed = hits.map((hit) => ({ row: place(places, hit.id), hit }));
  return { rows: placed.filter(({ row }) => row >= 0), others: placed.filter(({ row }) => row < 0).map(({ hit }) => hit) };
}

/**
 * @param {Map<string, number>} places
 * @param {string} id
 */
function place(places, id) {
  for (let length = id.indexOf("_") + 2; length <= id.length; length += 1) {
    const row = places.get(id.slice(0, length));
    if (row !== undefined) return row;
  }
  return -1;
}
