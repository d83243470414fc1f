// The words and values in use, each as a button that removes it.

import { element, eventPart, requireElement } from "./dom.js";
import { labelOf } from "./form.js";
import { say } from "./words.js";

export class Chips {
  #root;
  #list;
  #heading;
  /** @type {number | null} the position of the chip that was removed last */
  #removed = null;

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} heading gets the focus when the last chip is gone
   * @param {(part: string) => void} onRemove gets `facet=value`, `q`, or nothing for everything
   */
  constructor(root, heading, onRemove) {
    this.#root = root;
    this.#list = requireElement(root, "[data-chips]", HTMLElement);
    this.#heading = heading;
    this.#list.addEventListener("click", (event) => {
      const button = eventPart(event, "button");
      if (!(button instanceof HTMLButtonElement)) return;
      this.#removed = [...this.#list.querySelectorAll("button")].indexOf(button);
      onRemove(button.dataset.takes ?? "");
    });
  }

  /**
   * @param {string} words
   * @param {HTMLInputElement[]} boxes that are checked
   */
  show(words, boxes) {
    const chips = boxes.map((box) => chip(labelOf(box), `${box.name}=${box.value}`));
    if (words) chips.unshift(chip(say("words", { words }), "q"));
    this.#list.hidden = chips.length === 0;
    if (chips.length > 0) chips.push(clearButton());
    this.#list.replaceChildren(...chips.map((button) => element("li", {}, button)));
    this.#keepFocus();
    const count = this.#root.querySelector("[data-in-use]");
    if (count) count.textContent = boxes.length > 0 ? say("in-use", { n: boxes.length }) : "";
  }

  /** Keeps the position of a reader who works with the keyboard: every chip is a new element. */
  #keepFocus() {
    if (this.#removed === null) return;
    const buttons = this.#list.querySelectorAll("button");
    const nearest = buttons[Math.min(this.#removed, buttons.length - 1)];
    this.#removed = null;
    if (!this.#list.hidden && nearest) {
      nearest.focus({ preventScroll: true });
      return;
    }
    this.#heading.tabIndex = -1;
    this.#heading.focus({ preventScroll: true });
  }
}

/**
 * @param {string} label
 * @param {string} part
 */
function chip(label, part) {
  return element(
    "button",
    {
      class: "chip is-on",
      type: "button",
      "data-takes": part,
      "aria-label": say("remove", { label }),
    },
    label,
    element("span", { "aria-hidden": "true" }, "×"),
  );
}

function clearButton() {
  return element("button", { class: "chip", type: "button", "data-takes": "" }, say("clear"));
}
