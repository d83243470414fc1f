// The pages of cases, from which a shelf's papers take what they print.

import { ROOT } from "../find/dom.js";

/** @import { Item } from "./contents.js" */

const AT_ONCE = 6;
const NOT_FOUND = 404;

export class CasePage {
  /**
   * @param {string} id
   * @param {Document} page
   */
  constructor(id, page) {
    this.id = id;
    this.page = page;
  }

  /** @param {string} part of the page, if any */
  address(part = "") {
    return `cases/${this.id}/${part && `#${part}`}`;
  }

  /** @param {string} selector */
  text(selector) {
    return textOf(this.page, selector);
  }

  get title() {
    return this.text(".case-head h1");
  }

  /** @returns {string} where and when it was */
  get meta() {
    const spans = [...this.page.querySelectorAll(".case-head .where > span")];
    return spans.map((span) => span.textContent?.trim()).join(" · ");
  }

  get language() {
    return this.page.querySelector(".case-head h1")?.getAttribute("lang") ?? "";
  }

  /** @returns {Element[]} its story, for paper */
  get story() {
    return this.copy(this.page.querySelector("#story .story"));
  }

  /** @param {string} part the id of a lesson or a film on it */
  part(part) {
    const match = this.page.getElementById(part);
    return match?.matches(".lesson, .film") ? match : null;
  }

  /**
   * @param {Element | null} element of the page
   * @returns {Element[]} a copy of what is in it, for paper: without notes, with whole addresses
   */
  copy(element) {
    if (!element) return [];
    const copy = /** @type {Element} */ (document.importNode(element, true));
    for (const note of copy.querySelectorAll(".source-ref, .keep")) note.remove();
    for (const link of copy.querySelectorAll("a[href]")) {
      const address = new URL(link.getAttribute("href") ?? "", new URL(this.address(), ROOT));
      link.setAttribute("href", address.href);
    }
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    return [...copy.children];
  }
}

/**
 * @param {Item[]} items
 * @returns {Promise<Map<string, CasePage>>} the pages of their cases, as far as they are there
 */
export async function loadCasePages(items) {
  const ids = [...new Set(items.map((item) => item.address.split("#")[0]))];
  /** @type {Map<string, CasePage>} */
  const pages = new Map();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const loading = ids.slice(start, start + AT_ONCE).map(loadCasePage);
    for (const page of await Promise.all(loading)) if (page) pages.set(page.id, page);
  }
  return pages;
}

/**
 * @param {string} id
 * @returns {Promise<CasePage | null>} null where there is no such case, or not any more
 */
async function loadCasePage(id) {
  const response = await fetch(new URL(`cases/${id}/`, ROOT));
  if (response.status === NOT_FOUND) return null;
  if (!response.ok) throw new Error(`${response.status} ${id}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector(".case-head") ? new CasePage(id, page) : null;
}

/**
 * @param {ParentNode} parent
 * @param {string} selector
 */
export function textOf(parent, selector) {
  return parent.querySelector(selector)?.textContent?.trim() ?? "";
}

/**
 * @param {ParentNode} lesson
 * @returns {Node[]} copies of the marks and names of who says it
 */
export function voicesOf(lesson) {
  const voices = [...lesson.querySelectorAll(".lesson-foot .voice")];
  return voices.map((voice) => document.importNode(voice, true));
}
