// Says what is still needed or wrong, and leads on to the ways out when nothing is.

import { requireElement } from "../find/dom.js";
import { check } from "./check.js";
import { controlRoute } from "./controls.js";
import { showMistakes, showSummary } from "./mistakes.js";
import { missingLessons, needs } from "./needs.js";
import { parcelOf } from "./parcel.js";
import { privateParts } from "./privacy.js";
import { valueAt } from "./record.js";
import { attachWays, offerWays } from "./send.js";
import { recordOf, say, showForm } from "./state.js";

/**
 * @import { Fault } from "./check.js"
 * @import { State } from "./state.js"
 */

/**
 * @param {State} state
 * @returns {Fault[]}
 */
function faultsOf({ draft, table }) {
  const record = recordOf(draft);
  const asked = needs(record);
  const faults = check(record, table).filter(({ code }) => code !== "H225" || asked.length === 0);
  return [...asked, ...faults, ...privateParts(record, table)];
}

/**
 * @param {State} state
 * @param {Fault[]} faults
 * @returns {boolean} whether there are none
 */
function show({ form, words }, faults) {
  const lines = showMistakes(form, faults, words);
  showSummary(requireElement(form, "[data-summary]", HTMLElement), lines, words);
  return lines.length === 0;
}

/**
 * @param {State} state
 * @param {HTMLElement} part
 * @returns {boolean} whether *part* may be left
 */
export function isPartDone(state, part) {
  const keys = new Set(
    [...part.querySelectorAll("[data-key]")].map((node) => controlRoute(node)[0]),
  );
  const faults = faultsOf(state).filter(({ route }) => keys.has(route[0]));
  return show(state, faults);
}

/** @param {State} state */
export async function finish(state) {
  const { draft, form, send, words } = state;
  const faults = [...faultsOf(state), ...(await missingLessons(draft.record, words))];
  if (!show(state, faults)) return;
  if (valueAt(draft.record, ["consent", "status"]) === "pending") {
    say(state, words.pending);
    requireElement(form, "[data-draft]", HTMLElement).scrollIntoView();
    return;
  }
  if (!("ready" in send.dataset)) attachWays(send, () => parcelOf(state), words);
  send.dataset.ready = "yes";
  await offerWays(send, parcelOf(state), words);
  showForm(state, false);
  requireElement(send, "h2", HTMLElement).focus();
}
