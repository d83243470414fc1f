// A button beside each case, lesson and film that puts it on the reader's shelf.

import { element, findElement, ROOT } from "../find/dom.js";
import { say } from "../find/words.js";
import { holds, noteOf, switched } from "./contents.js";
import { keep, onOtherTab, ownShelf } from "./keeping.js";

/** @import { Kind } from "./contents.js" */

export const THINGS = ".lesson, .film, .card[data-case], .case-head";

const PAGE = /cases\/([a-z0-9-]+)\/$/;
const PART = /cases\/([a-z0-9-]+)\/(?:\?[^#]*)?#(lesson|film)-([a-z0-9-]+)$/;

/** @type {Map<string, string>} what was written to things that were taken off on this page */
const notes = new Map();

/** @param {HTMLElement} content */
export function attachButtons(content) {
  const link = headLink();
  const show = () => {
    for (const thing of content.querySelectorAll(THINGS)) {
      if (thing instanceof HTMLElement) addButton(thing, show);
    }
    showState(content, link);
  };
  // Lists change while a reader sifts them.
  new MutationObserver((changes) => {
    if (changes.some((change) => hasNewThings(change.addedNodes))) show();
  }).observe(content, { childList: true, subtree: true });
  onOtherTab(show);
  show();
}

/** @param {NodeList} nodes */
function hasNewThings(nodes) {
  return [...nodes].some(
    (node) => node instanceof HTMLElement && (node.matches(THINGS) || node.querySelector(THINGS)),
  );
}

/**
 * @param {HTMLElement} thing
 * @returns {[Kind, string] | null} what it is, as a record names it
 */
function named(thing) {
  if (thing.dataset.case) return ["case", thing.dataset.case];
  const page = PAGE.exec(location.pathname);
  if (thing.matches(".case-head")) return page ? ["case", page[1]] : null;
  const own = page && thing.id ? `cases/${page[1]}/#${thing.id}` : "";
  const links = [...thing.querySelectorAll("a[href]")].map((link) => String(link));
  for (const address of [own, ...links]) {
    const part = PART.exec(address);
    if (part && thing.matches(`.${part[2]}`)) {
      return [/** @type {Kind} */ (part[2]), `${part[1]}#${part[3]}`];
    }
  }
  return null;
}

/**
 * @param {HTMLElement} thing
 * @param {() => void} show
 */
function addButton(thing, show) {
  if (thing.querySelector("[data-keep]")) return;
  const name = named(thing);
  if (!name) return;
  const [kind, address] = name;
  const button = element("button", {
    type: "button",
    class: "keep script-only",
    "data-keep": kind,
  });
  button.dataset.address = address;
  button.dataset.title = findElement(thing, "h1, h2, h3, h4, h5")?.textContent?.trim() ?? "";
  button.addEventListener("click", () => {
    const shelf = ownShelf();
    keep(switched(shelf, kind, address, notes.get(address)));
    notes.set(address, noteOf(shelf, kind, address) ?? "");
    show();
  });
  // Its corner is kept free, so that nothing moves when it comes.
  (findElement(thing, ".meta, .film-text, .crumb") ?? thing).append(button);
}

/**
 * @param {HTMLElement} content
 * @param {HTMLAnchorElement} link
 */
function showState(content, link) {
  const shelf = ownShelf();
  for (const button of content.querySelectorAll("[data-keep]")) {
    if (!(button instanceof HTMLElement)) continue;
    const { keep: kind = "", address = "", title = "" } = button.dataset;
    const isKept = holds(shelf, /** @type {Kind} */ (kind), address);
    const words = element("span", { class: "keep-words" }, say(isKept ? "on-shelf" : "keep"));
    const about = element("span", { class: "visually-hidden" }, `: ${title}`);
    if (button.getAttribute("aria-pressed") === String(isKept)) continue;
    button.setAttribute("aria-pressed", String(isKept));
    button.title = words.textContent ?? "";
    button.replaceChildren(words, about);
  }
  const count = shelf.items.length;
  link.hidden = count === 0;
  link.textContent = say("shelf", { n: count });
}

/** @returns {HTMLAnchorElement} the link to the shelf, in the header */
function headLink() {
  const link = element("a", {
    class: "shelf-link",
    href: new URL("shelf/", ROOT).href,
    hidden: "",
  });
  document.querySelector(".head .scheme-toggle")?.before(link);
  return link;
}
