// Why something was found: its passage with the words, and the words marked in what is shown.

import { element } from "./dom.js";
import { markedText, piecesOf } from "./indexes.js";
import { say } from "./words.js";

/** @import { Hit, PageMatch } from "./indexes.js" */

const AHEAD = "400px"; // below the window: what comes into sight is there already

/** @type {WeakMap<Element, () => void>} what waits until an element comes near */
const waiting = new WeakMap();

/** @type {IntersectionObserver | undefined} */
let observer;

/**
 * Shows in a card why it was found.
 *
 * @param {Element} card
 * @param {Hit[]} hits on it, the best first
 */
export async function showReason(card, hits) {
  const match = await hits[0]?.data().catch(() => null);
  if (!match) return;
  const words = markedWords(match.excerpt);
  const opening = card.querySelector("[data-opening]");
  if (opening && words.size > 0) opening.replaceChildren(...markedText(match.excerpt));
  const isMarked = markWords(card, words) || words.size > 0;
  if (opening && isMarked) return;
  const reason = filedUnder(match);
  if (reason) (opening ?? card).after(element("p", { class: "reason" }, reason));
}

/**
 * Calls a function when an element comes near the window.
 *
 * @param {Element} target
 * @param {() => void} show
 */
export function whenNear(target, show) {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target: near } of entries) {
        if (!isIntersecting) continue;
        observer?.unobserve(near);
        waiting.get(near)?.();
      }
    },
    { rootMargin: AHEAD },
  );
  waiting.set(target, show);
  observer.observe(target);
}

/**
 * @param {string} excerpt
 * @returns {Set<string>} its marked words in small letters
 */
export function markedWords(excerpt) {
  const marked = piecesOf(excerpt).filter(({ isMarked }) => isMarked);
  return new Set(marked.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
}

/**
 * @param {string} text
 * @param {Set<string>} words in small letters
 * @returns {{ text: string, isMarked: boolean }[]} the text in pieces; the words are marked
 */
export function piecesWith(text, words) {
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map((part) => ({ text: part, isMarked: words.has(part.toLowerCase()) }));
}

/**
 * @param {Element} card
 * @param {Set<string>} words
 * @returns {boolean} whether one of them stands in it
 */
function markWords(card, words) {
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  let isMarked = false;
  for (const text of texts) {
    if (text.parentElement?.closest("svg, mark, [data-opening]")) continue;
    const pieces = piecesWith(text.data, words);
    if (!pieces.some((piece) => piece.isMarked)) continue;
    isMarked = true;
    const nodes = pieces.map((piece) =>
      piece.isMarked ? element("mark", {}, piece.text) : piece.text,
    );
    text.replaceWith(...nodes);
  }
  return isMarked;
}

/**
 * @param {PageMatch} match whose words stand in the names of what it is filed under
 * @returns {string | null}
 */
function filedUnder({ meta: { synonyms = "" }, excerpt }) {
  if (excerpt.includes("<mark>")) return null;
  const name = synonyms.split(", ")[0];
  return name ? say("filed-under", { name }) : null;
}
