// The shelf as this browser keeps it: nobody else has it.

import { ROOT } from "../find/dom.js";
import { emptyShelf, parsed } from "./contents.js";

/** @import { Shelf } from "./contents.js" */

const KEY = `${ROOT.pathname}.shelf`;

/** @returns {Shelf} */
export function ownShelf() {
  try {
    return parsed(localStorage.getItem(KEY) ?? "");
  } catch {
    return emptyShelf();
  }
}

/**
 * @param {Shelf} shelf
 * @returns {boolean} whether the browser keeps it
 */
export function keep(shelf) {
  try {
    localStorage.setItem(KEY, JSON.stringify(shelf));
    return true;
  } catch {
    return false;
  }
}

/** @param {() => void} tell what to do when another tab has changed the shelf */
export function onOtherTab(tell) {
  addEventListener("storage", (event) => {
    if (event.key === KEY) tell();
  });
}
