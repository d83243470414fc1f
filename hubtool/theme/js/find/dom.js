// Ways to make and find elements, and to load files of the site.

/** Where the site begins: `…/assets/js/find/dom.js` lies three folders below it. */
export const ROOT = new URL("../../../", import.meta.url);

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes, ...children) {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  created.append(...children);
  return created;
}

/**
 * @template {Element} Kind
 * @param {ParentNode} parent
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind} the element, which must be there
 */
export function requireElement(parent, selector, kind) {
  const match = parent.querySelector(selector);
  if (!(match instanceof kind)) throw new Error(`there is no ${selector}`);
  return match;
}

/**
 * @param {ParentNode | null | undefined} parent
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function findElement(parent, selector) {
  const match = parent?.querySelector(selector);
  return match instanceof HTMLElement ? match : null;
}

/**
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null} the part with this selector in which the event happened
 */
export function eventPart(event, selector) {
  const part = event.target instanceof Element ? event.target.closest(selector) : null;
  return part instanceof HTMLElement ? part : null;
}

/**
 * @param {string} address below the site
 * @returns {Promise<any>} whatever the file holds: the caller names its type
 */
export async function fetchJson(address) {
  const response = await fetch(new URL(address, ROOT));
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

/**
 * @param {string} html our own, with links from the site's root
 * @returns {DocumentFragment} the same with links that lead there from this page
 */
export function parseFromRoot(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const link of template.content.querySelectorAll("a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", ROOT).href);
  }
  return template.content;
}

/**
 * @param {string} kind of a list: `cases`, `lessons` or `films`
 * @param {string} words
 * @returns {string} the address of the list, sifted by the words
 */
export function listAddress(kind, words) {
  const address = new URL(`${kind}/`, ROOT);
  address.searchParams.set("q", words);
  return address.href;
}

/**
 * @param {ParentNode} parent
 * @param {string} selector of a template with one element
 * @returns {HTMLElement} a copy of it
 */
export function copyOf(parent, selector) {
  const template = requireElement(parent, selector, HTMLTemplateElement);
  const copy = document.importNode(template.content, true).firstElementChild;
  return /** @type {HTMLElement} */ (copy);
}
