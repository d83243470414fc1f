// The plan of a workshop on a shelf: only the steps that it can have, its pair and its questions.

import { copyOf, findElement, ROOT, requireElement } from "../find/dom.js";
import { textOf, voicesOf } from "./case_pages.js";
import { questionsOf } from "./contents.js";

/**
 * @import { CasePage } from "./case_pages.js"
 * @import { Item, Shelf } from "./contents.js"
 */

/**
 * @param {HTMLElement} page
 * @param {Shelf} shelf
 * @param {Map<string, CasePage>} cases
 */
export function showPlan(page, shelf, cases) {
  const { title, items } = shelf;
  if (title) requireElement(page, "[data-title]", HTMLElement).textContent = title;
  const hasStories = items.some(
    ({ kind, address }) => kind === "case" && cases.get(address)?.story.length,
  );
  const pair = findPair(items, cases);
  const leftOut = [hasStories ? "sort" : "read", pair ? "" : "pair"];
  for (const name of leftOut) findElement(page, `[data-step="${name}"]`)?.remove();
  if (!hasStories) page.querySelector("a[href*='reading-copy/']")?.closest("li")?.remove();
  setTimes(page);
  if (pair) showPair(page, pair);
  const questions = questionsOf(shelf).map((question) => {
    const entry = copyOf(page, "[data-question]");
    requireElement(entry, "span", HTMLElement).textContent = question;
    return entry;
  });
  if (questions.length > 0) {
    requireElement(page, ".work-questions", HTMLElement).replaceChildren(...questions);
  }
}

/** @param {HTMLElement} page */
function setTimes(page) {
  let start = 0;
  for (const row of page.querySelectorAll("tr[data-step]")) {
    const end = start + Number(/** @type {HTMLElement} */ (row).dataset.minutes);
    requireElement(row, "td", HTMLElement).textContent = `${start}–${end}`;
    start = end;
  }
  const times = /** @type {Text} */ (requireElement(page, "[data-times]", HTMLElement).firstChild);
  times.data = times.data.replace(/\d+/, `${start}`);
}

/**
 * @param {Item[]} items
 * @param {Map<string, CasePage>} cases
 * @returns {[CasePage, Element, Element] | null} two lessons that disagree, the first of this case;
 * of what is on the shelf, if it can be
 */
function findPair(items, cases) {
  const kept = new Set(items.map((item) => item.address));
  /** @type {[CasePage, Element, Element][]} */
  const pairs = [];
  for (const about of cases.values()) {
    for (const versus of about.page.querySelectorAll("#lessons .versus")) {
      const [own, other] = versus.querySelectorAll(".lesson");
      if (own && other) pairs.push([about, own, other]);
    }
  }
  const isKept = pairs.find(([about, { id }]) =>
    kept.has(`${about.id}#${id.slice("lesson-".length)}`),
  );
  return isKept ?? pairs[0] ?? null;
}

/**
 * @param {HTMLElement} page
 * @param {[CasePage, Element, Element]} pair
 */
function showPair(page, [about, own, other]) {
  const sheet = copyOf(page, "[data-pair-sheet]");
  const from = other.querySelector("a.from");
  const address = new URL(from?.getAttribute("href") ?? "", new URL(about.address(), ROOT));
  sheet.append(
    lesson(page, own, ".reasons dd", about.title, new URL(about.address(own.id), ROOT)),
    lesson(page, other, ".holds-when", from?.textContent?.trim() ?? "", address),
  );
  requireElement(page, "[data-pair]", HTMLElement).replaceWith(sheet);
}

/**
 * @param {HTMLElement} page
 * @param {Element} source
 * @param {string} because where it says what taught it
 * @param {string} title of its case
 * @param {URL} address
 */
function lesson(page, source, because, title, address) {
  const article = copyOf(page, "[data-pair-lesson]");
  requireElement(article, "h3", HTMLElement).textContent = textOf(source, ".lesson-text");
  requireElement(article, "[data-because]", HTMLElement).textContent = textOf(source, because);
  const link = document.createElement("a");
  link.href = address.href;
  link.textContent = title;
  requireElement(article, ".work-source", HTMLElement).append(...voicesOf(source), link);
  return article;
}
