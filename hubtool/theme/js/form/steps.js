// One part at a time on phones: back and on, and the browser's own history keeps the part.

import { element, findElement, requireElement } from "../find/dom.js";

const NARROW = matchMedia("(width < 44em)");

/**
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} words
 * @param {(part: HTMLElement) => Promise<boolean>} isDone says, and shows, whether a part may be
 *   left
 */
export function attachSteps(form, words, isDone) {
  const show = () => showStep(form);
  for (const part of form.querySelectorAll("[data-part]")) {
    const back = element("button", { class: "button ghost", type: "button" }, words.back);
    const on = element("button", { class: "button", type: "button" }, words.continue);
    back.addEventListener("click", () => history.back());
    on.addEventListener("click", async () => {
      const next = neighbour(form, part);
      if (await isDone(/** @type {HTMLElement} */ (part))) goTo(next?.id ?? "part-end");
    });
    part.append(element("div", { class: "next-back" }, back, on));
  }
  addEventListener("hashchange", () => {
    show();
    focusStep(form);
  });
  NARROW.addEventListener("change", show);
  show();
}

/** @param {string} id */
function goTo(id) {
  location.hash = id;
}

/**
 * @param {HTMLFormElement} form
 * @param {Element} part
 */
function neighbour(form, part) {
  const parts = asked(form);
  return parts[parts.indexOf(part) + 1];
}

/**
 * @param {HTMLFormElement} form
 * @returns {Element[]} the parts of the short form, or of the whole one
 */
function asked(form) {
  const isWhole = form.classList.contains("is-whole");
  const parts = [...form.querySelectorAll("[data-part]")];
  return parts.filter((part) => isWhole || !part.matches(".full-form-only"));
}

/**
 * @param {HTMLFormElement} form
 */
export function showStep(form) {
  const parts = [...form.querySelectorAll("[data-part]")];
  const id = location.hash.slice(1);
  const target = id === "part-end" ? null : form.querySelector(`#${CSS.escape(id || "x")}`);
  const current = target?.closest("[data-part]") ?? (id === "part-end" ? null : parts[0]);
  form.toggleAttribute("data-stepped", NARROW.matches);
  for (const [index, part] of asked(form).entries())
    requireElement(part, ".part-title i", HTMLElement).dataset.number = String(index + 1);
  for (const part of parts) part.classList.toggle("is-here", part === current);
  form.classList.toggle("is-end", current === null);
  const back = findElement(parts[0], ".next-back .ghost");
  if (back) back.hidden = true;
}

/** @param {HTMLFormElement} form */
function focusStep(form) {
  if (!NARROW.matches) return;
  const heading = findElement(form, ".is-here > h2") ?? findElement(form, "[data-finish]");
  const isPart = location.hash === "" || location.hash.startsWith("#part-");
  if (isPart) heading?.focus();
}
