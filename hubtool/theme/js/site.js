// What every page does once it is there: changes its colours, searches, and loads what it needs.

import { findElement, ROOT } from "./find/dom.js";
import { attachShortcuts } from "./find/shortcuts.js";
import { attachSearch } from "./search.js";

const page = document.documentElement;
const SCHEME = `${ROOT.pathname}.__scheme`; // `base.js` reads it

/** @returns {"light" | "dark"} the colours now in force */
function currentScheme() {
  const scheme = page.dataset.schemeNow;
  if (scheme === "light" || scheme === "dark") return scheme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** @param {"light" | "dark"} scheme */
function showScheme(scheme) {
  page.dataset.schemeNow = scheme;
  document.body.dataset.schemeNow = scheme;
}

function switchScheme() {
  const scheme = currentScheme() === "dark" ? "light" : "dark";
  showScheme(scheme);
  try {
    localStorage.setItem(SCHEME, JSON.stringify(scheme));
  } catch {
    // A browser that stores nothing forgets the choice with the page.
  }
}

for (const button of document.querySelectorAll("button[data-scheme]")) {
  button.addEventListener("click", switchScheme);
}
// What is chosen in one tab holds in all.
addEventListener("storage", ({ key, newValue }) => {
  if (key === SCHEME && newValue) showScheme(newValue === '"dark"' ? "dark" : "light");
});
const finder = findElement(document, "[data-finder]");
// A list that has no box for words uses that of the header, which then suggests nothing else.
if (!finder?.dataset.searchLabel) {
  for (const form of document.querySelectorAll("form[data-search]")) {
    attachSearch(/** @type {HTMLFormElement} */ (form));
  }
}
const box = document.getElementById("head-search");
if (box instanceof HTMLInputElement) {
  attachShortcuts(box);
  // On a phone the box opens below the header.
  box.form?.addEventListener("toggle", () => box.form?.matches(":popover-open") && box.focus());
}
document.querySelector("[data-print]")?.addEventListener("click", () => print());

// An old address leads on, with the lesson that it names.
const moved = document.querySelector("a[data-moved]");
if (moved instanceof HTMLAnchorElement) {
  location.replace(`${moved.href}${location.search}${location.hash}`);
}

/** @type {Promise<unknown>[]} what the page needs besides, until it is awake */
const parts = [];
if (finder) {
  parts.push(import("./find/finder.js").then(({ attachFinder }) => attachFinder(finder)));
}
const contents = findElement(document, "[data-contents]");
if (contents) {
  parts.push(import("./contents.js").then(({ attachContents }) => attachContents(contents)));
}
const comparison = findElement(document, "[data-compare]");
if (comparison) {
  parts.push(import("./compare.js").then(({ attachComparison }) => attachComparison(comparison)));
} else if (!finder) page.classList.remove("is-asked");
if (findElement(document, "time[data-until]")) {
  parts.push(import("./offers.js").then(({ hidePastOffers }) => hidePastOffers(document)));
}
if (findElement(document, "[data-film]")) {
  parts.push(import("./films.js").then(({ attachFilms }) => attachFilms(document)));
}
const request = findElement(document, "[data-request]");
if (request) {
  parts.push(import("./form/request.js").then(({ attachRequest }) => attachRequest(request)));
}
const content = findElement(document, "main") ?? document.body;
if (content.querySelector(".lesson, .film, .card[data-case], .case-head")) {
  parts.push(import("./shelf/buttons.js").then(({ attachButtons }) => attachButtons(content)));
}
const shelf = findElement(document, "[data-shelf]");
if (shelf) parts.push(import("./shelf/shelf.js").then(({ attachShelf }) => attachShelf(shelf)));
const paper = findElement(document, "[data-paper]");
if (paper) parts.push(import("./shelf/papers.js").then(({ attachPaper }) => attachPaper(paper)));
const contribution = findElement(document, "[data-form]");
if (contribution) {
  parts.push(import("./form/form.js").then(({ attachForm }) => attachForm(contribution)));
}

Promise.all(parts).then(
  () => {
    page.classList.remove("awaits-script", "no-script", "is-unanswered");
    page.classList.add("has-script");
    dispatchEvent(new Event("scriptsready"));
  },
  // `base.js` hears it, and takes the controls back.
  (error) => {
    console.error(error);
    dispatchEvent(new Event("scriptsfail"));
  },
);
