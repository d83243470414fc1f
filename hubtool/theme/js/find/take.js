// Below a list: what was found as CSV, RIS or BibTeX, side by side, or as a feed.

import { ROOT, element, json } from "./dom.js";
import { csv, pickBibtex, pickRis } from "./take_formats.js";
import { say } from "./words.js";

/**
 * @typedef {import("./table.js").Table} Table
 * @typedef {{ id: string, title: string, URL?: string, abstract: string, language: string, note: string }} Cited
 * @typedef {{ name: string, words: string, labels: Map<string, string> }} Column a facet, and what its values are called
 */

const MOST_BESIDE = 4;
/** @type {Record<string, string>} */
const FEEDS = { theme: "themes", topic: "topics" };

/**
 * @param {HTMLElement} place
 * @param {{ ids: string[], state: import("./state.js").State, feed: string | undefined, table: Table, columns: Column[] }} found
 */
export function offer(place, { ids, state, feed, table, columns }) {
  const links = element("ul", {});
  const add = (/** @type {HTMLElement} */ one) => links.append(element("li", {}, one));
  add(button("csv", async () => csv(await cells(ids, table, columns)), "text/csv"));
  add(button("ris", async () => pickRis(await all("ris"), ids), "application/x-research-info-systems"));
  add(button("bib", async () => pickBibtex(await all("bib"), ids), "application/x-bibtex"));
  if (ids.length > 1 && ids.length <= MOST_BESIDE) {
    const beside = new URL("compare/", ROOT);
    for (const id of ids) beside.searchParams.append("case", id);
    add(element("a", { class: "btn ghost", href: beside.href }, say("compare")));
  }
  const address = feed ?? feedOf(state);
  if (address) add(element("a", { class: "btn ghost", href: new URL(address, ROOT).href }, say("feed")));
  const failed = element("p", { role: "status" });
  place.replaceChildren(element("p", {}, say("address")), links, failed);
  place.hidden = ids.length === 0;
}

/**
 * @param {string} ending
 * @param {() => Promise<string>} content
 * @param {string} type
 */
function button(ending, content, type) {
  const made = element("button", { class: "btn ghost", type: "button" }, say(`take-${ending}`));
  made.addEventListener("click", async () => {
    const failed = made.closest("[data-take]")?.querySelector("[role=status]");
    if (failed) failed.textContent = "";
    try {
      save(`cases.${ending}`, new Blob([await content()], { type: `${type};charset=utf-8` }));
    } catch {
      if (failed) failed.textContent = say("take-failed");
    }
  });
  return made;
}

/**
 * @param {string} name
 * @param {Blob} content
 */
function save(name, content) {
  const address = URL.createObjectURL(content);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** @param {string} ending */
async function all(ending) {
  const answer = await fetch(new URL(`cases/cite.${ending}`, ROOT));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

/**
 * @param {string[]} ids
 * @param {Table} table
 * @param {Column[]} columns
 * @returns {Promise<string[][]>}
 */
async function cells(ids, table, columns) {
  /** @type {Cited[]} */
  const cited = await json("cases/cite.json");
  const known = new Map(cited.map((one) => [one.id, one]));
  const head = ["take-title", "take-address", "take-summary"].map((key) => say(key));
  const rows = ids.map((id) => {
    const one = known.get(id);
    const address = one?.URL ?? new URL(`cases/${id}/`, ROOT).href;
    return [one?.title ?? id, address, one?.abstract ?? "", ...columns.map((column) => held(table, id, column)), one?.note ?? ""];
  });
  return [[...head, ...columns.map((column) => column.words), say("take-licence")], ...rows];
}

/**
 * @param {Table} table
 * @param {string} id
 * @param {Column} column
 * @returns {string} what the case has of a facet, in words
 */
function held(table, id, { name, labels }) {
  const facet = table.facets.get(name);
  const row = table.places.get(id);
  if (!facet || row === undefined) return "";
  const places = facet.held.subarray(facet.starts[row], facet.starts[row + 1]);
  return [...places].map((place) => labels.get(facet.values[place] ?? "") ?? facet.values[place]).join("; ");
}

/**
 * @param {import("./state.js").State} state
 * @returns {string | undefined} the feed of just this, where there is one: of a single theme or topic
 */
function feedOf({ words, chosen }) {
  const asked = [...chosen].flatMap(([name, values]) => [...values].map((value) => /** @type {const} */ ([name, value])));
  const [only, ...others] = asked;
  const folder = only && FEEDS[only[0]];
  if (words || others.length > 0) return undefined;
  return only ? folder && `${folder}/${only[1]}/feed.xml` : "cases/feed.xml";
}
