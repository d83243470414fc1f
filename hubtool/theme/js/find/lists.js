// The list as the page has it, and in its place the one of what was found, some of it at a time.

import { part } from "./dom.js";
import { say } from "./words.js";

/**
 * @param {HTMLElement} root
 * @param {number} page how many are shown at first, and more each time
 */
export function listsOf(root, page) {
  const plain = part(root, "[data-plain]", HTMLElement);
  const list = part(root, "[data-list]", HTMLElement);
  const more = part(root, "[data-more]", HTMLElement);
  const button = part(more, "button", HTMLButtonElement);
  let shown = page;

  return {
    list,
    button,
    shown: () => shown,
    begin() {
      shown = page;
    },
    /** Shows as many as when the reader left. */
    goOn() {
      shown = Number(history.state?.shown) || page;
    },
    /** @returns {number} from where on there are more now */
    further() {
      const from = shown;
      shown += page;
      history.replaceState({ shown }, "");
      return from;
    },
    /** @param {number | null} count how many were found; null for the list as the page has it */
    swap(count) {
      plain.hidden = count !== null;
      list.hidden = count === null;
      if (count === null) list.replaceChildren();
      const left = Math.max(0, (count ?? 0) - shown);
      more.hidden = left === 0;
      button.textContent = say("more", { n: Math.min(page, left) });
    },
  };
}
