// What is still needed or wrong: a summary of links, and words beside each control.

import { element, requireElement } from "../find/dom.js";
import { controlRoute, controlsIn } from "./controls.js";
import { routeName } from "./record.js";

/**
 * @import { Fault, Table, Field } from "./check.js"
 * @import { Route } from "./record.js"
 *
 * @typedef {Record<string, string>} Words
 */

const MISSING = new Set(["H201", "H218", "H220", "H230", "H225"]);

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
  for (const message of form.querySelectorAll(".msg")) message.remove();
  for (const question of form.querySelectorAll(".err")) question.classList.remove("err");
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    const hints = (control.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .filter((id) => !id.endsWith("-m"));
    if (hints.join("")) control.setAttribute("aria-describedby", hints.join(" "));
    else control.removeAttribute("aria-describedby");
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Fault[]} faults
 * @param {Words} words
 * @returns {{ id: string, text: string }[]} what the summary links to
 */
export function showMistakes(form, faults, words) {
  clearMistakes(form);
  const links = [];
  for (const fault of faults) {
    const control = controlAt(form, fault.route);
    if (!control) continue;
    const question = control.closest(".q") ?? control;
    const target = focusable(control);
    const text = sentence(fault, question, words);
    if (question.querySelector(`:scope > .msg`)) continue;
    const message = element(
      "p",
      { class: "msg", id: `${target.id}-m` },
      element("span", { class: "vh" }, `${words.mistake} `),
      element("span", {}, text),
    );
    (
      question.querySelector(":scope > .hint") ??
      question.querySelector(":scope > :is(label, legend, .label)")
    )?.after(message);
    question.classList.add("err");
    target.setAttribute("aria-invalid", "true");
    target.setAttribute(
      "aria-describedby",
      `${target.getAttribute("aria-describedby") ?? ""} ${message.id}`.trim(),
    );
    links.push({ id: target.id, text: `${context(control)}${text}` });
  }
  return links;
}

/**
 * @param {HTMLElement} summary
 * @param {{ id: string, text: string }[]} links
 * @param {Words} words
 */
export function showSummary(summary, links, words) {
  summary.hidden = links.length === 0;
  requireElement(summary, "h2", HTMLElement).textContent = (
    links.length === 1 ? words["needed-one"] : words.needed
  ).replace("{n}", String(links.length));
  const list = requireElement(summary, "ul", HTMLElement);
  list.replaceChildren(
    ...links.map(({ id, text }) => element("li", {}, element("a", { href: `#${id}` }, text))),
  );
  if (links.length > 0) summary.focus();
}

/** @param {HTMLElement} control */
export function focusable(control) {
  if (control.matches(".choice")) return requireElement(control, "summary", HTMLElement);
  if (control.matches(".rs, [data-radio]")) {
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
  if (MISSING.has(fault.code)) return words.missing.replace("{label}", label.replace(/[?:.]$/, ""));
  const hint = fault.hint ? `: ${fault.hint}` : "";
  const text = `${fault.message}${hint}`.replaceAll("`", "");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** @param {Element} control */
function context(control) {
  const name = control.closest("[data-item]")?.querySelector("[data-name]")?.textContent;
  return name ? `${name}: ` : "";
}
