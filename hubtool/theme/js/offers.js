// Hides what has ended since the page was made: a site is built when something changes, not every night.

/**
 * Says whether the last day of *written* (a year, a month or a day) is over on *today*.
 *
 * @param {string} written as in `<time datetime>`
 * @param {string} today `2026-11-23`
 */
export function isOver(written, today) {
  return written !== "" && today.slice(0, written.length) > written;
}

/** @returns {string} the day where the reader is */
function localDay() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @param {ParentNode} page */
export function hideWhatIsOver(page, today = localDay()) {
  for (const time of page.querySelectorAll("time[data-until]")) {
    const offer = time.closest("[data-offer]");
    if (offer instanceof HTMLElement && isOver(time.getAttribute("datetime") ?? "", today)) offer.hidden = true;
  }
  for (const list of page.querySelectorAll("[data-offers]")) {
    const none = list.parentElement?.querySelector("[data-none]");
    if (none instanceof HTMLElement) none.hidden = list.querySelector("[data-offer]:not([hidden])") !== null;
  }
}

hideWhatIsOver(document);
