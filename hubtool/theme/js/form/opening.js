// Opens a page of the hub, a file, or a draft that was put aside. No draft takes the place of
// another: what stands in its way is put aside, and offered.

import { element, requireElement } from "../find/dom.js";
import {
  deleteDraft,
  homeOf,
  isEmpty,
  keepDraft,
  keptDraft,
  keptDrafts,
  putAside,
  resume,
} from "./drafts.js";
import { lengthened } from "./finished.js";
import { filled } from "./phrases.js";
import { keep, newDraft, say } from "./state.js";

/**
 * @import { Draft, KeptDraft } from "./drafts.js"
 * @import { State } from "./state.js"
 * @import { ReadFile } from "./yaml_reader.js"
 */

/**
 * Opens the case that the address names, or the new story.
 *
 * @param {State} state
 */
export async function openNamed(state) {
  const id = new URLSearchParams(location.search).get("case") ?? undefined;
  const kept = keptDraft(homeOf(id));
  state.draft = kept ?? newDraft();
  if (id === undefined) return;
  if (kept) {
    const time = new Date(kept.time ?? 0).toLocaleString([], {
      dateStyle: "long",
      timeStyle: "short",
    });
    say(state, filled(state.words["begun-before"], { time }));
    requireElement(state.form, "[data-begin-again]", HTMLElement).hidden = false;
  } else await openPage(state, id);
}

/**
 * @param {State} state
 * @param {string} id
 */
async function openPage(state, id) {
  const { openedCase } = await import("./existing.js");
  const file = await openedCase(id).catch(() => null);
  if (file) state.draft = draftOf(file, id);
  say(state, state.words[file ? "editing" : "not-found"]);
}

/**
 * Opens the page anew; the draft that was begun is put aside.
 *
 * @param {State} state
 */
export async function beginAgain(state) {
  const { id } = state.draft;
  if (id === undefined) return;
  putAside(homeOf(id));
  requireElement(state.form, "[data-begin-again]", HTMLElement).hidden = true;
  await openPage(state, id);
}

/**
 * @param {State} state
 * @param {HTMLInputElement} input
 * @returns {Promise<boolean>} whether there is another draft now
 */
export async function openFile(state, input) {
  const file = input.files?.[0];
  if (!file || !mayReplace(state)) return false;
  try {
    const { caseNamed, readFile } = await import("./existing.js");
    const draft = draftOf(await readFile(file), await caseNamed(file.name));
    putAside(homeOf(draft.id));
    keep(state, draft);
    const address = new URL(location.href);
    address.search = draft.id ? `?case=${draft.id}` : "";
    history.replaceState(null, "", address);
    return true;
  } catch (error) {
    say(state, unreadWords(error, state.words));
    return false;
  } finally {
    input.value = "";
  }
}

/**
 * A draft that the browser does not keep would be lost.
 *
 * @param {State} state
 */
function mayReplace({ draft, words }) {
  return isEmpty(draft) || keepDraft(draft) || confirm(words["sure-open"]);
}

/**
 * @param {unknown} error
 * @param {Record<string, string>} words
 */
function unreadWords(error, words) {
  const line = error instanceof Error && "line" in error ? Number(error.line) : 0;
  return line > 0 ? filled(words["unread-line"], { line }) : words.unread;
}

/**
 * @param {ReadFile} file
 * @param {string | undefined} id
 * @returns {Draft}
 */
function draftOf({ record, comments }, id) {
  return { record: lengthened(record), isWhole: true, comments, ...(id ? { id } : {}) };
}

/**
 * Offers the drafts that are not open.
 *
 * @param {State} state
 */
export function offerDrafts(state) {
  const section = requireElement(state.form, "[data-others]", HTMLElement);
  const others = keptDrafts().filter(({ name }) => name !== homeOf(state.draft.id));
  section.hidden = others.length === 0;
  const list = requireElement(section, "ul", HTMLElement);
  list.replaceChildren(...others.map((kept) => drawDraft(state, kept)));
}

/**
 * @param {State} state
 * @param {KeptDraft} kept
 */
function drawDraft(state, kept) {
  const { words } = state;
  const { id, record, time = 0 } = kept.draft;
  const title = String(record.title ?? words["no-title"]);
  const day = new Date(time).toLocaleDateString([], { dateStyle: "long" });
  const about = filled(words[id ? "other-page" : "other-story"], { day });
  const label = (/** @type {string} */ word) =>
    element(
      "button",
      { type: "button", class: "link-button", "aria-label": `${word}: ${title}` },
      word,
    );
  const open = label(words["go-on"]);
  open.addEventListener("click", () => {
    resume(kept);
    const address = new URL(location.href);
    address.search = id ? `?case=${id}` : "";
    address.hash = "";
    location.assign(address);
  });
  const remove = label(words.delete);
  remove.addEventListener("click", () => {
    if (!confirm(words.sure)) return;
    deleteDraft(kept.name);
    offerDrafts(state);
  });
  return element("li", {}, element("b", {}, title), ` ${about} `, open, " ", remove);
}
