// Below a list: its results as CSV, RIS or BibTeX, side by side, or as a feed.

import { element, fetchJson, ROOT } from "./dom.js";
import { valuesOf } from "./table.js";
import { csv, pickBibtex, pickRis } from "./take_formats.js";
import { say } from "./words.js";

/**
 * @import { State } from "./state.js"
 * @import { Table } from "./table.js"
 */

/**
 * @typedef {{
 *   id: string,
 *   title: string,
 *   URL?: string,
 *   abstract: string,
 *   language: string,
 *   note: string,
 * }} Citation
 *
 * @typedef {{ name: string, label: string, labels: Map<string, string> }} FacetLabels
 * a facet with its label, and those of its values
 *
 * @typedef {{
 *   ids: string[],
 *   state: State,
 *   feed: string | undefined,
 *   table: Table,
 *   columns: FacetLabels[],
 * }} Offer `feed` is the address of the feed of the whole list
 */

const MOST_COMPARED = 4;
/** @type {Record<string, string>} the folders of the terms with a feed, by facet */
const FEEDS = { theme: "themes", topic: "topics" };
const KEPT = 10_000; // milliseconds after which a download that did not begin is given up

/**
 * @param {HTMLElement} parent
 * @param {Offer} offer
 */
export function showDownloads(parent, offer) {
  const links = [...downloadButtons(offer), ...otherLinks(offer)];
  const list = element("ul", {}, ...links.map((link) => element("li", {}, link)));
  const failure = element("p", { role: "status" });
  parent.replaceChildren(element("p", {}, say("address")), list, failure);
  parent.hidden = offer.ids.length === 0;
}

/**
 * @param {State} state
 * @returns {string | undefined} the feed of just this, if any: of a single theme or topic, or all
 */
export function feedAddress({ words, chosen }) {
  const [first, ...others] = [...chosen].flatMap(([facet, values]) =>
    [...values].map((value) => ({ folder: FEEDS[facet], value })),
  );
  if (words || others.length > 0) return undefined;
  if (!first) return "cases/feed.xml";
  return first.folder && `${first.folder}/${first.value}/feed.xml`;
}

/** @param {Offer} offer */
function downloadButtons({ ids, table, columns }) {
  return [
    button("csv", "text/csv", async () => csv(await cells(ids, table, columns))),
    button("ris", "application/x-research-info-systems", async () =>
      pickRis(await allCitations("ris"), ids),
    ),
    button("bib", "application/x-bibtex", async () => pickBibtex(await allCitations("bib"), ids)),
  ];
}

/** @param {Offer} offer */
function otherLinks({ ids, state, feed }) {
  const links = [];
  if (ids.length > 1 && ids.length <= MOST_COMPARED) {
    const comparison = new URL("compare/", ROOT);
    for (const id of ids) comparison.searchParams.append("case", id);
    links.push(element("a", { class: "button ghost", href: comparison.href }, say("compare")));
  }
  const address = feed ?? feedAddress(state);
  if (address) {
    const { href } = new URL(address, ROOT);
    links.push(element("a", { class: "button ghost", href }, say("feed")));
  }
  return links;
}

/**
 * @param {string} extension
 * @param {string} type
 * @param {() => Promise<string>} content
 */
function button(extension, type, content) {
  const created = element(
    "button",
    { class: "button ghost", type: "button" },
    say(`take-${extension}`),
  );
  created.addEventListener("click", async () => {
    const failure = created.closest("[data-take]")?.querySelector("[role=status]");
    if (failure) failure.textContent = "";
    try {
      save(`cases.${extension}`, new Blob([await content()], { type: `${type};charset=utf-8` }));
    } catch {
      if (failure) failure.textContent = say("take-failed");
    }
  });
  return created;
}

/**
 * @param {string} name
 * @param {Blob} content
 */
function save(name, content) {
  const address = URL.createObjectURL(content);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

/** @param {string} extension */
async function allCitations(extension) {
  const response = await fetch(new URL(`cases/cite.${extension}`, ROOT));
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

/**
 * @param {string[]} ids
 * @param {Table} table
 * @param {FacetLabels[]} columns
 * @returns {Promise<string[][]>}
 */
async function cells(ids, table, columns) {
  /** @type {Citation[]} */
  const citations = await fetchJson("cases/cite.json");
  const citationOf = new Map(citations.map((citation) => [citation.id, citation]));
  const head = [
    ...["take-title", "take-address", "take-summary"].map((key) => say(key)),
    ...columns.map(({ label }) => label),
    say("take-licence"),
  ];
  const rows = ids.map((id) => {
    const { title = id, URL: address, abstract = "", note = "" } = citationOf.get(id) ?? {};
    const facets = columns.map((column) => labelsOf(table, id, column));
    return [title, address ?? new URL(`cases/${id}/`, ROOT).href, abstract, ...facets, note];
  });
  return [head, ...rows];
}

/**
 * @param {Table} table
 * @param {string} id
 * @param {FacetLabels} column
 * @returns {string}
 */
function labelsOf(table, id, { name, labels }) {
  const values = valuesOf(table, name, id);
  return values.map((value) => labels.get(value) ?? value).join("; ");
}
