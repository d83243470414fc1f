// Word search by Pagefind: an index for each kind of thing and each language.

import { element, fetchJson, ROOT } from "./dom.js";
import { withoutSpecialLetters } from "./fold.js";
import { entryTag, indexAddresses } from "./word_index.js";
import { say } from "./words.js";

/** @import { IndexAddress } from "./word_index.js" */

/**
 * @typedef {{
 *   title: string,
 *   url: string,
 *   excerpt: string,
 *   anchor?: { id: string },
 *   locations: number[],
 * }} Section
 *
 * @typedef {{
 *   url: string,
 *   meta: Record<string, string>,
 *   excerpt: string,
 *   sub_results: Section[],
 * }} PageMatch a page with the words, as Pagefind describes it
 *
 * @typedef {{ id: string, score: number, words: number[], data: () => Promise<PageMatch> }} Hit
 * @typedef {{ row: number, hit: Hit }} RowHit
 * @typedef {{
 *   options: (options: object) => Promise<void>,
 *   search: (words: string) => Promise<{ results: Hit[] }>,
 * }} Index
 * @typedef {{ createInstance: (options: object) => Index }} Pagefind
 *
 * @typedef {{ text: string, isMarked: boolean }} Piece of an excerpt
 */

const RANKING = {
  termFrequency: 1,
  pageLength: 0.6,
  termSaturation: 1.4,
  metaWeights: { title: 6, synonyms: 1.5, names: 2, kind: 0, case: 0 },
};
const EXCERPT_LENGTH = 22; // words

/** @type {Map<string, Promise<Index[]>>} */
const indexesByKind = new Map();

/** @type {Map<string, Promise<Map<string, number>>>} */
const rowsByKind = new Map();

/** @type {Set<string> | undefined} */
let stopWords;

/**
 * @param {string} kind
 * @returns {Promise<Index[]>} one for each language; none where the site was built without them
 */
export function indexes(kind) {
  let loading = indexesByKind.get(kind);
  if (!loading) {
    loading = loadIndexes(kind);
    indexesByKind.set(kind, loading);
  }
  return loading;
}

/**
 * @param {string} kind
 * @param {string} words
 * @returns {Promise<Hit[] | null>} the best first; null where there is no index
 */
export async function search(kind, words) {
  const all = await indexes(kind);
  if (all.length === 0) return null;
  const searched = withoutSpecialLetters(withoutStopWords(words));
  const answers = await Promise.all(all.map((index) => index.search(searched)));
  return answers.flatMap(({ results }) => results).sort((a, b) => b.score - a.score);
}

/**
 * @param {string} kind
 * @param {string} words
 * @returns {Promise<RowHit[] | null>} hits on rows of the list; null where there is no index
 */
export async function searchRows(kind, words) {
  const [hits, rows] = await Promise.all([search(kind, words), rowsOf(kind)]);
  return (
    hits?.flatMap((hit) => {
      const row = rowOf(rows, hit.id);
      return row === undefined ? [] : [{ row, hit }];
    }) ?? null
  );
}

/**
 * @param {string} excerpt with `<mark>`; Pagefind escapes every other angle bracket
 * @returns {Piece[]}
 */
export function piecesOf(excerpt) {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter(Boolean)
    .map((part) => {
      const marked = /^<mark>(.*)<\/mark>$/s.exec(part)?.[1];
      return { text: unescaped(marked ?? part), isMarked: marked !== undefined };
    });
}

/**
 * @param {string} excerpt
 * @returns {(Node | string)[]}
 */
export function markedText(excerpt) {
  return piecesOf(excerpt).map(({ text, isMarked }) =>
    isMarked ? element("mark", {}, text) : text,
  );
}

/** @param {string} kind */
async function loadIndexes(kind) {
  const loading = indexAddresses(kind).map(loadIndex);
  return (await Promise.all(loading)).filter((index) => index !== null);
}

/**
 * @param {IndexAddress} address
 * @returns {Promise<Index | null>}
 */
async function loadIndex({ folder }) {
  try {
    // Each language has a stemmer of its own, which a copy of the module keeps to itself.
    /** @type {Pagefind} */
    const pagefind = await import(new URL("pagefind.js", folder).href);
    const paths = { basePath: folder.pathname, baseUrl: ROOT.pathname };
    const options = { ...paths, noWorker: true, metaCacheTag: entryTag() };
    const index = pagefind.createInstance(options);
    await index.options({ ranking: RANKING, excerptLength: EXCERPT_LENGTH });
    return index;
  } catch {
    return null;
  }
}

/**
 * @param {string} words
 * @returns {string} without the words that the indexes leave out
 */
function withoutStopWords(words) {
  stopWords ??= new Set(say("stop-words").split(" "));
  // `WHO` and `US` are no stop words: only the first letter of one may be a capital.
  const isKept = (/** @type {string} */ word) =>
    !stopWords?.has(word.charAt(0).toLowerCase() + word.slice(1));
  return words.split(/\s+/).filter(isKept).join(" ");
}

/**
 * @param {string} kind
 * @returns {Promise<Map<string, number>>} from the beginning of a hit's id to its row in the list
 */
function rowsOf(kind) {
  let loading = rowsByKind.get(kind);
  if (!loading) {
    const files = indexAddresses(kind).map(loadRows);
    loading = Promise.all(files).then((pairs) => new Map(pairs.flat()));
    rowsByKind.set(kind, loading);
  }
  return loading;
}

/**
 * @param {IndexAddress} address
 * @returns {Promise<[string, number][]>}
 */
async function loadRows({ folder }) {
  /** @type {{ language: string, rows: string[] }} */
  const { language, rows } = await fetchJson(new URL("rows.json", folder).href).catch(() => ({
    language: "",
    rows: [],
  }));
  return rows.flatMap((hashes, row) => {
    const all = hashes.split(" ").filter(Boolean);
    return all.map((hash) => /** @type {[string, number]} */ ([`${language}_${hash}`, row]));
  });
}

/**
 * @param {Map<string, number>} rows by the beginning of an id
 * @param {string} id
 * @returns {number | undefined}
 */
function rowOf(rows, id) {
  for (let length = id.indexOf("_") + 2; length <= id.length; length += 1) {
    const row = rows.get(id.slice(0, length));
    if (row !== undefined) return row;
  }
  return undefined;
}

/** @param {string} text */
function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}
