// Passages of a film's transcript, below its card: each line opens the film at its second.

import { clock } from "../transcript.js";
import { element } from "./dom.js";
import { markedText } from "./indexes.js";
import { say } from "./words.js";

/** @import { Hit } from "./indexes.js" */

const MOST = 3;

/**
 * @param {Hit[]} hits on one film
 * @returns {Promise<HTMLElement | null>} null where the words are in none of its passages
 */
export async function passageList(hits) {
  const matches = await Promise.all(hits.slice(0, MOST + 1).map((hit) => hit.data()));
  const passages = matches.filter(({ meta }) => meta.kind === "passage").slice(0, MOST);
  if (passages.length === 0) return null;
  const lines = passages.map(({ url, meta, excerpt }) => {
    const link = element("a", { href: url }, say("said-at", { at: clock(Number(meta.at)) }));
    return element("li", {}, link, " ", ...markedText(excerpt));
  });
  return element("ul", { class: "passages" }, ...lines);
}
