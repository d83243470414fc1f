// What is in use, each as a button that takes it away.

import { element, part } from "./dom.js";
import { labelOf } from "./form.js";
import { say } from "./words.js";

/** @typedef {import("./state.js").State} State */

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} heading gets the focus when the last one is gone
 * @param {(takes: string) => void} onTake what is taken away: `facet=value`, `q`, or everything
 */
export function chipsOf(root, heading, onTake) {
  const chips = part(root, "[data-chips]", HTMLElement);
  let taken = -1; // the place of the chip that was taken away

  chips.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    taken = [...chips.querySelectorAll("button")].indexOf(button);
    onTake(button.dataset["takes"] ?? "");
  });

  /** Keeps the place of whoever works with the keyboard: chips are made anew. */
  function keepFocus() {
    if (taken < 0) return;
    const left = chips.querySelectorAll("button");
    const next = chips.hidden ? heading : (left[Math.min(taken, left.length - 1)] ?? heading);
    if (next === heading) heading.tabIndex = -1;
    next.focus({ preventScroll: true });
    taken = -1;
  }

  return {
    /**
     * @param {string} words
     * @param {HTMLInputElement[]} active the boxes that are checked
     */
    show(words, active) {
      const made = active.map((box) => chip(labelOf(box), `${box.name}=${box.value}`));
      if (words) made.unshift(chip(say("words", { words }), "q"));
      chips.hidden = made.length === 0;
      if (!chips.hidden) made.push(chip(say("clear"), ""));
      chips.replaceChildren(...made.map((one) => element("li", {}, one)));
      keepFocus();
      const button = root.querySelector("[data-in-use]");
      if (button) button.textContent = active.length ? say("in-use", { n: active.length }) : "";
    },
  };
}

/**
 * @param {string} label
 * @param {string} takes
 */
function chip(label, takes) {
  const made = element("button", { class: takes ? "chip on" : "chip", type: "button" });
  made.dataset["takes"] = takes;
  if (takes) {
    made.setAttribute("aria-label", say("remove", { label }));
    made.append(label, element("span", { "aria-hidden": "true" }, "×"));
  } else {
    made.append(label);
  }
  return made;
}

/**
 * @param {State} state
 * @param {string} takes
 * @returns {State} what is left
 */
export function without({ words, chosen, sort }, takes) {
  if (takes === "") return { words: "", chosen: new Map(), sort: "" };
  if (takes === "q") return { words: "", chosen, sort: sort === "relevance" ? "" : sort };
  const [name = "", value = ""] = takes.split("=", 2);
  const left = new Set([...(chosen.get(name) ?? [])].filter((one) => one !== value));
  return { words, chosen: new Map([...chosen, [name, left]]), sort };
}
