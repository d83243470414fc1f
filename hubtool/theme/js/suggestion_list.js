// The options below a search box: suggestions by kind, and the lists of all that has the words.

import { element, listAddress, ROOT } from "./find/dom.js";
import { markedText } from "./find/indexes.js";
import { say } from "./find/words.js";

/** @import { Suggestion, Suggestions } from "./find/suggestions.js" */

/**
 * @typedef {{ content: HTMLElement[], status: string }} Content of the list, and what is read out
 */

const LISTS = ["cases", "lessons", "films"];

/**
 * @param {string} typed
 * @param {Suggestions} suggestions
 * @returns {Content}
 */
export function suggestionList(typed, { groups, words, count, saying, other }) {
  const isEmpty = count === 0 && groups.length === 0;
  const shown = groups.reduce((sum, { found }) => sum + found.length, 0);
  const none = saying || say("none-found", { words: typed });
  const content = [
    ...(saying || isEmpty ? [note(isEmpty ? none : saying)] : []),
    ...groups.map(({ kind, found }) => suggestionGroup(kind, found)),
    listLinks(other ?? words),
  ];
  const suggested = isEmpty ? "" : say("suggested", { n: shown, words });
  return { content, status: [isEmpty ? none : saying, suggested].filter(Boolean).join(" ") };
}

/** @returns {Content} where the site has no word index */
export function missingIndex() {
  const { href } = new URL("cases/", ROOT);
  const content = [note(say("missing")), option(href, "search-all", say("all-of-them"))];
  return { content, status: say("missing") };
}

/**
 * @param {string} kind
 * @param {Suggestion[]} suggestions
 */
function suggestionGroup(kind, suggestions) {
  const label = element("div", { class: "suggestion-kind", role: "presentation" }, say(kind));
  const options = suggestions.map(({ title, url, below, isMarked }) => {
    const text = isMarked ? markedText(below) : [below];
    return option(url, "suggestion", element("b", {}, title), element("span", {}, ...text));
  });
  return element("div", { role: "group", "aria-label": say(kind) }, label, ...options);
}

/** @param {string} words */
function listLinks(words) {
  const options = LISTS.map((kind) =>
    option(listAddress(kind, words), "search-all", say(`all-${kind}`, { words })),
  );
  return element(
    "div",
    { role: "group", "aria-label": say("everywhere"), class: "search-everywhere" },
    ...options,
  );
}

/**
 * @param {string} href
 * @param {string} look
 * @param {...(Node | string)} children
 */
function option(href, look, ...children) {
  const attributes = { role: "option", tabindex: "-1", "aria-selected": "false" };
  return element("a", { class: look, href, ...attributes }, ...children);
}

/** @param {string} text */
function note(text) {
  return element("p", { class: "search-note" }, text);
}
