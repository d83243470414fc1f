// The shelf that a page shows: the one in its address, or the reader's own.

import { unpacked } from "../form/packing.js";
import { parsed } from "./contents.js";
import { ownShelf } from "./keeping.js";

/** @import { Shelf } from "./contents.js" */

const LONGEST_ADDRESS = 16_000; // characters: what is longer nobody has shared from here

/**
 * @returns {Promise<{ shelf: Shelf, isShared: boolean, isDamaged: boolean }>} the reader's own
 *   shelf where the address has none; an address that does not open *isDamaged*
 */
export async function shownShelf() {
  const code = location.hash.slice(1);
  const shared = code && code.length <= LONGEST_ADDRESS ? await opened(code) : null;
  return {
    shelf: shared ?? ownShelf(),
    isShared: shared !== null,
    isDamaged: code !== "" && shared === null && !document.getElementById(code),
  };
}

/**
 * @param {string} code
 * @returns {Promise<Shelf | null>}
 */
async function opened(code) {
  try {
    const shelf = parsed(await unpacked(code));
    return shelf.items.length > 0 ? shelf : null;
  } catch {
    return null;
  }
}
