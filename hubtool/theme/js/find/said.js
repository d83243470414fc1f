// What is said in a film, below its card: each line opens the film at its second.

import { element } from "./dom.js";
import { marked } from "./excerpt.js";
import { say } from "./words.js";

const MOST = 3;

/**
 * @param {import("./indexes.js").Hit[]} hits on one film
 * @returns {Promise<HTMLElement | null>}
 */
export async function passages(hits) {
  const found = await Promise.all(hits.slice(0, MOST + 1).map((hit) => hit.data()));
  const said = found.filter((one) => one.meta["kind"] === "passage").slice(0, MOST);
  if (said.length === 0) return null;
  const lines = said.map((one) => {
    const link = element("a", { href: one.url }, say("said-at", { at: clock(Number(one.meta["at"])) }));
    return element("li", {}, link, " ", ...marked(one.excerpt));
  });
  return element("ul", { class: "said-there" }, ...lines);
}

/** @param {number} seconds */
function clock(seconds) {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
