// Small ways to make and find elements.

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
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * @template {Element} Kind
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind} what must be there
 */
export function part(place, selector, kind) {
  const found = place.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`there is no ${selector}`);
  return found;
}

/**
 * @param {string} address below the site
 * @returns {Promise<any>}
 */
export async function json(address) {
  const answer = await fetch(new URL(address, ROOT));
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/**
 * @param {string} html our own, with links from the site's root
 * @returns {HTMLTemplateElement} the same with links that lead there from this page
 */
export function fromRoot(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  for (const link of holder.content.querySelectorAll("a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", ROOT).href);
  }
  return holder;
}
