// What a shelf holds, and what of a shelf from an address or a file may be believed.

/**
 * @typedef {"case" | "lesson" | "film"} Kind
 * @typedef {{ kind: Kind, address: string, note: string }} Item
 * *address* as records name it: `case-id`, or `case-id#part-id`
 * @typedef {{ title: string, summary: string, questions: string, items: Item[] }} Shelf
 * its *questions* stand one on a line
 */

export const MOST_ITEMS = 60;
export const MOST_CHARACTERS = { title: 200, summary: 400, questions: 1000, note: 1000 };
const ADDRESSES = {
  case: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  lesson: /^[a-z0-9]+(?:-[a-z0-9]+)*#[a-z0-9]+(?:-[a-z0-9]+)*$/,
  film: /^[a-z0-9]+(?:-[a-z0-9]+)*#[a-z0-9]+(?:-[a-z0-9]+)*$/,
};

/** @returns {Shelf} */
export function emptyShelf() {
  return { title: "", summary: "", questions: "", items: [] };
}

/**
 * @param {unknown} value whatever somebody sent
 * @returns {Shelf} what of it is a shelf
 */
export function believed(value) {
  const { title, summary, questions, items } = record(value);
  return {
    title: text(title, MOST_CHARACTERS.title),
    summary: text(summary, MOST_CHARACTERS.summary),
    questions: text(questions, MOST_CHARACTERS.questions),
    items: unique((Array.isArray(items) ? items : []).slice(0, MOST_ITEMS).flatMap(item)),
  };
}

/**
 * @param {string} json
 * @returns {Shelf}
 */
export function parsed(json) {
  try {
    return believed(JSON.parse(json));
  } catch {
    return emptyShelf();
  }
}

/**
 * @param {Shelf} shelf
 * @param {Kind} kind
 * @param {string} address
 */
export function holds(shelf, kind, address) {
  return noteOf(shelf, kind, address) !== undefined;
}

/**
 * @param {Shelf} shelf
 * @param {Kind} kind
 * @param {string} address
 * @returns {string | undefined} undefined where the thing is not on the shelf
 */
export function noteOf(shelf, kind, address) {
  return shelf.items.find((one) => one.kind === kind && one.address === address)?.note;
}

/**
 * @param {Shelf} shelf
 * @param {Kind} kind
 * @param {string} address
 * @param {string} [note] of a thing that comes back
 * @returns {Shelf} with the thing on it, or without it where it was there
 */
export function switched(shelf, kind, address, note = "") {
  const others = shelf.items.filter((one) => one.kind !== kind || one.address !== address);
  const isNew = others.length === shelf.items.length && others.length < MOST_ITEMS;
  return { ...shelf, items: isNew ? [...others, { kind, address, note }] : others };
}

/**
 * @template Entry
 * @param {Entry[]} entries
 * @param {number} from
 * @param {number} to
 * @returns {Entry[]} with the entry at *from* moved to *to*
 */
export function movedEntry(entries, from, to) {
  if (to < 0 || to >= entries.length) return entries;
  const others = entries.filter((_, index) => index !== from);
  return [...others.slice(0, to), entries[from], ...others.slice(to)];
}

/**
 * @param {Shelf} shelf
 * @param {string} convenor
 * @returns {import("../form/record.js").Data} the collection that the shelf makes
 */
export function collection(shelf, convenor) {
  const questions = questionsOf(shelf);
  return {
    title: shelf.title.trim(),
    summary: shelf.summary.trim(),
    convenors: [convenor.trim()],
    items: shelf.items.map(({ kind, address, note }) => ({ [kind]: address, note: note.trim() })),
    ...(questions.length > 0 && { questions }),
  };
}

/** @param {Shelf} shelf */
export function questionsOf({ questions }) {
  const lines = questions.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "");
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function record(value) {
  return typeof value === "object" && value !== null
    ? /** @type {Record<string, unknown>} */ (value)
    : {};
}

/**
 * @param {unknown} value
 * @param {number} most
 */
function text(value, most) {
  return typeof value === "string" ? value.slice(0, most) : "";
}

/**
 * @param {unknown} value
 * @returns {Item[]} one item or none
 */
function item(value) {
  const { kind, address, note } = record(value);
  if (kind !== "case" && kind !== "lesson" && kind !== "film") return [];
  if (typeof address !== "string" || !ADDRESSES[kind].test(address)) return [];
  return [{ kind, address, note: text(note, MOST_CHARACTERS.note) }];
}

/** @param {Item[]} items */
function unique(items) {
  return [...new Map(items.map((one) => [`${one.kind} ${one.address}`, one])).values()];
}
