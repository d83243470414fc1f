// The controls of the form: which part of the record each holds, and its value there and back.

import { element } from "../find/dom.js";

/**
 * @import { Route } from "./record.js"
 *
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLElement} Control
 */

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * @param {Element} control
 * @returns {Route} the route to the part of the record that *control* holds
 */
export function routeOf(control) {
  /** @type {Route} */
  const route = [];
  for (
    let node = /** @type {Element | null} */ (control);
    node && !node.matches("form");
    node = node.parentElement
  ) {
    if (node.matches("[data-item]"))
      route.unshift([...(node.parentElement?.children ?? [])].indexOf(node));
    const { key } = /** @type {HTMLElement} */ (node).dataset ?? {};
    if (key) route.unshift(key);
  }
  return route;
}

/**
 * @param {ParentNode} parent
 * @returns {Control[]} the controls in *parent*, in order
 */
export function controlsIn(parent) {
  return /** @type {Control[]} */ ([...parent.querySelectorAll(CONTROLS)]);
}

const CONTROLS =
  ":is(input, textarea, select)[data-key]:not([type=radio]), " +
  ".choice[data-key], .options[data-key], [data-radio]";

/**
 * @param {Element} control
 * @returns {Route} the route of *control*, which may be a group of radio buttons
 */
export function controlRoute(control) {
  const { radio } = /** @type {HTMLElement} */ (control).dataset;
  return radio ? [...routeOf(control), radio] : routeOf(control);
}

/**
 * @param {Control} control
 * @returns {unknown} what it holds; an empty text, or an empty list, for nothing
 */
export function valueIn(control) {
  if (control.matches(".choice"))
    return listOrOne(JSON.parse(control.dataset.value ?? "[]"), control);
  if (control.matches(".options")) return checkedIn(control);
  if (control.dataset.radio) return checkedIn(control)[0] ?? "";
  const { value } = /** @type {HTMLInputElement} */ (control);
  const text = value.trim();
  if ("truth" in control.dataset) return text === "" ? "" : text === "true";
  if ("lines" in control.dataset) return linesOf(text).map((line) => typed(line, control));
  return typed(text, control);
}

/**
 * @param {Control} control
 * @param {unknown} value
 */
export function setValue(control, value) {
  const values = (Array.isArray(value) ? value : [value]).filter((item) => item !== undefined);
  const text = values.map(String).join("\n");
  if (control.matches(".choice")) {
    control.dataset.value = JSON.stringify(values);
    control.dataset.isList = Array.isArray(value) ? "yes" : "";
    control.dispatchEvent(new Event("filled"));
  } else if (control.matches(".options, [data-radio]")) {
    for (const input of control.querySelectorAll("input")) {
      input.checked = values.includes(input.value);
    }
  } else {
    if (control instanceof HTMLSelectElement) addMissing(control, text);
    /** @type {HTMLInputElement} */ (control).value = text;
  }
}

/**
 * Keeps a value that is not among the options: nothing of a case is lost, and the checks speak
 *   about it.
 *
 * @param {HTMLSelectElement} select
 * @param {string} value
 */
function addMissing(select, value) {
  if (value !== "" && ![...select.options].some((option) => option.value === value)) {
    select.append(element("option", { value }, value));
  }
}

/** @param {Element} parent */
function checkedIn(parent) {
  return [...parent.querySelectorAll("input")]
    .filter((input) => input.checked)
    .map((input) => input.value);
}

/**
 * @param {string[]} values
 * @param {Control} choice
 */
function listOrOne(values, choice) {
  if (!("many" in choice.dataset)) return values[0] ?? "";
  // A single voice stands alone, as files write it; a list that was read stays one.
  const isAlone = choice.dataset.key === "said_by" || choice.dataset.key === "written_by";
  return isAlone && values.length === 1 && !choice.dataset.isList ? values[0] : values;
}

/** @param {string} text */
function linesOf(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/**
 * @param {string} text
 * @param {Control} control
 */
function typed(text, control) {
  return "number" in control.dataset && NUMBER.test(text) ? Number(text) : text;
}
