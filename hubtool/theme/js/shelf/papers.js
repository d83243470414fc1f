// The papers of a shelf: cards, booklet, reading copy and workshop plan, made in the browser.

import { requireElement } from "../find/dom.js";
import { loadCasePages } from "./case_pages.js";
import { shownShelf } from "./opening.js";

/**
 * @import { CasePage } from "./case_pages.js"
 * @import { Item, Shelf } from "./contents.js"
 */

/** @param {HTMLElement} page */
export async function attachPaper(page) {
  const { shelf, isDamaged } = await shownShelf();
  for (const link of page.querySelectorAll("a[data-paper-link]")) {
    if (link instanceof HTMLAnchorElement) link.hash = location.hash;
  }
  const status = requireElement(page, "[data-status]", HTMLElement);
  const { damaged = "", none = "", making = "", failed = "" } = status.dataset;
  if (isDamaged || shelf.items.length === 0) {
    status.textContent = isDamaged ? damaged : none;
    return;
  }
  status.textContent = making;
  try {
    status.textContent = await makePaper(page, shelf, status.dataset.missing ?? "");
    page.dataset.ready = "yes";
  } catch {
    status.textContent = failed;
  }
}

/**
 * @param {HTMLElement} page
 * @param {Shelf} shelf
 * @param {string} words about what is not on the hub
 * @returns {Promise<string>} what to say
 */
async function makePaper(page, shelf, words) {
  const cases = await loadCasePages(shelf.items);
  const items = shelf.items.filter((item) => isThere(item, cases));
  if (items.length > 0) {
    await fill(page, { ...shelf, items }, cases);
    requireElement(page, "[data-sheets]", HTMLElement).hidden = false;
  }
  const missing = shelf.items.filter((item) => !items.includes(item)).map((item) => item.address);
  return missing.length > 0 ? `${words} ${missing.join(", ")}` : "";
}

/**
 * @param {Item} item
 * @param {Map<string, CasePage>} cases
 */
function isThere({ kind, address }, cases) {
  const [id, part] = address.split("#");
  const about = cases.get(id);
  return about !== undefined && (kind === "case" || about.part(`${kind}-${part}`) !== null);
}

/**
 * @param {HTMLElement} page
 * @param {Shelf} shelf
 * @param {Map<string, CasePage>} cases
 */
async function fill(page, shelf, cases) {
  switch (page.dataset.paper) {
    case "cards":
      return (await import("./cut_cards.js")).showCards(page, shelf.items, cases);
    case "print":
      return (await import("./booklet.js")).showBooklet(page, shelf, cases);
    case "reading-copy":
      return (await import("./booklet.js")).showStories(page, shelf.items, cases);
    default:
      return (await import("./plan.js")).showPlan(page, shelf, cases);
  }
}
