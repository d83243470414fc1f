// What every page does once it is there: change its colours and search.

import { attachShortcuts } from "./find/shortcuts.js";
import { attachSearch } from "./search.js";

/** @type {any} */
const names = window;
const page = document.documentElement;

/** @returns {"default" | "slate"} the colours now in force */
function scheme() {
  const chosen = page.dataset.mdColorScheme;
  if (chosen === "default" || chosen === "slate") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
}

for (const button of document.querySelectorAll("[data-scheme]")) {
  button.addEventListener("click", () => {
    const next = scheme() === "slate" ? "default" : "slate";
    page.dataset.mdColorScheme = next;
    document.body.dataset.mdColorScheme = next;
    names.__md_set("__scheme", next);
  });
}

for (const form of document.querySelectorAll("form[data-search]")) {
  attachSearch(/** @type {HTMLFormElement} */ (form));
}

const box = document.getElementById("head-search");
if (box instanceof HTMLInputElement) attachShortcuts(box);

const finder = document.querySelector("[data-finder]");
if (finder instanceof HTMLElement) void import("./find/finder.js").then(({ wake }) => wake(finder));

if (document.querySelector("time[data-until]")) void import("./offers.js");
document.querySelector("[data-print]")?.addEventListener("click", () => print());
const comparison = document.querySelector("[data-compare]");
if (comparison instanceof HTMLElement) void import("./compare.js").then(({ attachComparison }) => attachComparison(comparison));
if (document.querySelector("[data-film]")) void import("./films.js");
