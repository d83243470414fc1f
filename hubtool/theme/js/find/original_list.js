// The list that a page comes with: its first entries, and those of its further pages on demand.

import { findElement } from "./dom.js";

export class OriginalList {
  /** The number of pages that are shown. */
  pages = 1;
  #element;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /** @param {boolean} isHidden */
  hide(isHidden) {
    this.#element.hidden = isHidden;
  }

  /** How many entries the next page has. */
  get following() {
    return Number(this.#nextLink()?.dataset.following ?? 0);
  }

  /**
   * Shows the entries of the next page too. Where they cannot be had, that page is opened instead.
   *
   * @returns {Promise<Element[]>} the entries
   */
  async extend() {
    const link = this.#nextLink();
    if (!(link instanceof HTMLAnchorElement)) return [];
    const page = await loadPage(link.href).catch(() => null);
    const pager = page?.querySelector("nav.pager");
    if (!page || !pager) {
      location.assign(link.href);
      return [];
    }
    const entries = [...page.querySelectorAll("[data-page] > *")];
    for (const entry of entries) this.#append(entry);
    link.closest("nav")?.replaceWith(pager);
    this.pages += 1;
    return entries;
  }

  /** @param {Element} entry joins the group of this id that is there already */
  #append(entry) {
    const id = entry.id && CSS.escape(entry.id);
    const group = id ? findElement(this.#element, `#${id} [data-group]`) : null;
    if (group) group.append(...(findElement(entry, "[data-group]")?.children ?? []));
    else findElement(this.#element, "[data-page]")?.append(entry);
  }

  #nextLink() {
    return findElement(this.#element, 'a[rel="next"]');
  }
}

/**
 * @param {string} address
 * @returns {Promise<Document>} the page, with links that lead where they led there
 */
async function loadPage(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const name of ["href", "src"]) {
    for (const part of page.querySelectorAll(`[${name}]`)) {
      part.setAttribute(name, new URL(part.getAttribute(name) ?? "", address).href);
    }
  }
  return page;
}
