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
    const back = backButton(words, () => neighbour(form, part, -1));
    const on = element("button", { class: "button", type: "button" }, words.continue);
    on.addEventListener("click", async () => {
      const next = neighbour(form, part, 1);
      if (await isDone(/** @type {HTMLElement} */ (part))) goTo(next?.id ?? "part-end");
    });
    part.append(element("div", { class: "next-back" }, back, on));
  }
  const back = backButton(words, () => asked(form).at(-1));
  findElement(form, ".form-end")?.append(element("div", { class: "next-back" }, back));
  addEventListener("hashchange", () => {
    show();
    focusStep(form);
  });
  NARROW.addEventListener("change", show);
  show();
}

/**
 * Goes to the first part that the whole form alone has, once it is drawn.
 *
 * @param {HTMLFormElement} form
 */
export function showFurther(form) {
  const further = asked(form).find((part) => part.matches(".full-form-only"));
  if (further) goTo(further.id);
  showStep(form);
  if (further) requireElement(further, "h2", HTMLElement).focus();
}

/**
 * @param {Record<string, string>} words
 * @param {() => Element | undefined} previous
 */
function backButton(words, previous) {
  const back = element("button", { class: "button ghost", type: "button" }, words.back);
  // The browser's history may begin at this part: going back in it would leave the form.
  back.addEventListener("click", () => goTo(previous()?.id ?? ""));
  return back;
}

/** @param {string} id */
function goTo(id) {
  location.hash = id;
}

/**
 * @param {HTMLFormElement} form
 * @param {Element} part
 * @param {1 | -1} direction
 */
function neighbour(form, part, direction) {
  const parts = asked(form);
  return parts[parts.indexOf(part) + direction];
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
