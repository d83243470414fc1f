// What is still needed or wrong: a summary of links, and words beside each control.

import { element, requireElement } from "../find/dom.js";
import { controlRoute, controlsIn } from "./controls.js";
import { filled } from "./phrases.js";
import { routeName } from "./record.js";

/**
 * @import { Fault, Table, Field } from "./check.js"
 * @import { Route } from "./record.js"
 *
 * @typedef {Record<string, string>} Words
 */

/**
 * @typedef {{ text: string, id?: string, unknown?: Route }} Line what the summary says, the id of
 *   the control it leads to, or the route to a key that no case has
 */

const UNKNOWN = "H202";
const MISSING = new Set(["need", "H201", "H218", "H220", "H225", "H230", "H503"]);

/**
 * @param {HTMLFormElement} form
 * @param {Route} route
 * @returns {HTMLElement | undefined} the control at *route*, or the first below or above it
 */
export function controlAt(form, route) {
  const controls = controlsIn(form);
  for (let length = route.length; length > 0; length -= 1) {
    const name = routeName(route.slice(0, length));
    const control =
      controls.find((each) => routeName(controlRoute(each)) === name) ??
      controls.find((each) => routeName(controlRoute(each)).startsWith(`${name}.`));
    if (control) return control;
  }
  return undefined;
}

/** @param {HTMLFormElement} form */
export function clearMistakes(form) {
  for (const question of form.querySelectorAll(".has-mistake")) removeMessage(question);
}

/**
 * Shows each of *faults* beside the control it is about; of several about one control the first.
 *
 * @param {HTMLFormElement} form
 * @param {Fault[]} faults
 * @param {Words} words
 * @returns {Line[]} what the summary says
 */
export function showMistakes(form, faults, words) {
  clearMistakes(form);
  /** @type {Map<HTMLElement, Fault>} */
  const firsts = new Map();
  /** @type {Line[]} */
  const others = [];
  for (const fault of faults) {
    const control = fault.code === UNKNOWN ? undefined : controlAt(form, fault.route);
    if (!control) others.push(lineWithoutControl(fault, words));
    else if (!firsts.has(control)) firsts.set(control, fault);
  }
  const controls = controlsIn(form).filter((control) => firsts.has(control));
  const lines = controls.map((control) => {
    const text = addMessage(control, /** @type {Fault} */ (firsts.get(control)), words);
    return { id: focusable(control).id, text: `${context(control)}${text}` };
  });
  return [...lines, ...others];
}

/**
 * A file can hold what the form has no control for.
 *
 * @param {Fault} fault
 * @param {Words} words
 * @returns {Line}
 */
function lineWithoutControl({ code, message, route }, words) {
  const place = route.map((step) => (typeof step === "number" ? step + 1 : step)).join(" › ");
  if (code === UNKNOWN) return { text: filled(words["unknown-key"], { place }), unknown: route };
  // No backtick within another: what makes the site's scripts smaller would stumble there.
  const plain = message.replaceAll("`", "");
  return { text: `${place}: ${plain}` };
}

/**
 * Shows *fault* beside *control*, or takes away what was said before.
 *
 * @param {HTMLElement} control
 * @param {Fault | undefined} fault
 * @param {Words} words
 */
export function showMistake(control, fault, words) {
  const question = questionOf(control);
  removeMessage(question);
  if (fault && !MISSING.has(fault.code)) addMessage(control, fault, words);
}

/**
 * @param {HTMLElement} control
 * @param {Fault} fault
 * @param {Words} words
 * @returns {string} what is said
 */
function addMessage(control, fault, words) {
  const question = questionOf(control);
  const target = focusable(control);
  const text = sentence(fault, question, words);
  const mark = element("span", { class: "visually-hidden" }, `${words.mistake} `);
  const id = `${target.id}-m`;
  const message = element("p", { class: "mistake", id }, element("span", {}, mark, text));
  const before = question.querySelector(":scope > .hint") ?? labelOf(question);
  before?.after(message);
  question.classList.add("has-mistake");
  target.setAttribute("aria-invalid", "true");
  const described = target.getAttribute("aria-describedby") ?? "";
  target.setAttribute("aria-describedby", `${described} ${id}`.trim());
  return text;
}

/** @param {Element} control */
function questionOf(control) {
  return control.closest(".question") ?? control;
}

/** @param {Element} question */
function labelOf(question) {
  return question.querySelector(":scope > :is(label, legend, .label)");
}

/** @param {Element} question */
function removeMessage(question) {
  question.querySelector(":scope > .mistake")?.remove();
  question.classList.remove("has-mistake");
  for (const control of question.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    const ids = (control.getAttribute("aria-describedby") ?? "").split(" ");
    const others = ids.filter((id) => !id.endsWith("-m")).join(" ");
    if (others) control.setAttribute("aria-describedby", others);
    else control.removeAttribute("aria-describedby");
  }
}

/**
 * @param {HTMLElement} summary
 * @param {Line[]} lines
 * @param {Words} words
 */
export function showSummary(summary, lines, words) {
  summary.hidden = lines.length === 0;
  requireElement(summary, "h2", HTMLElement).textContent = filled(
    lines.length === 1 ? words["needed-one"] : words.needed,
    { n: lines.length },
  );
  const list = requireElement(summary, "ul", HTMLElement);
  list.replaceChildren(...lines.map((line) => drawLine(line, words)));
  if (lines.length > 0) summary.focus();
}

/**
 * @param {Line} line
 * @param {Words} words
 */
function drawLine({ text, id, unknown }, words) {
  if (id) return element("li", {}, element("a", { href: `#${id}` }, text));
  const data = { type: "button", class: "link-button", "data-leave-out": JSON.stringify(unknown) };
  const button = unknown ? [" ", element("button", data, words["leave-out"])] : [];
  return element("li", {}, text, ...button);
}

/** @param {HTMLElement} control */
export function focusable(control) {
  if (control.matches(".choice")) return requireElement(control, "summary", HTMLElement);
  if (control.matches(".options, [data-radio]")) {
    const input = requireElement(control, "input", HTMLInputElement);
    input.id ||= `${control.id}-first`;
    return input;
  }
  return control;
}

/**
 * @param {Fault} fault
 * @param {Element} question
 * @param {Words} words
 */
function sentence(fault, question, words) {
  const label =
    question
      .querySelector(":scope > :is(label, legend, .label)")
      ?.firstChild?.textContent?.trim() ?? "";
  if (MISSING.has(fault.code)) return filled(words.missing, { label: label.replace(/[?:.]$/, "") });
  const hint = fault.hint ?? words["from-file"];
  const message = fault.code === "H205" ? fault.message.replace(/`\w+`/, label) : fault.message;
  const text = `${message}: ${hint}`.replaceAll("`", "");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** @param {Element} control */
function context(control) {
  const name = control.closest("[data-item]")?.querySelector("[data-name]")?.textContent;
  return name ? `${name}: ` : "";
}
