// Hides offers that ended since the page was built: a site is not built every night.

/**
 * @param {string} last the last day as in `<time datetime>`: a year, a month or a day
 * @param {string} today `2026-11-23`
 * @returns {boolean} whether the last day is over
 */
export function isOver(last, today) {
  return last !== "" && today.slice(0, last.length) > last;
}

/** @param {ParentNode} page */
export function hidePastOffers(page, today = localDay(new Date())) {
  for (const time of page.querySelectorAll("time[data-until]")) {
    const offer = time.closest("[data-offer]");
    if (!(offer instanceof HTMLElement)) continue;
    if (isOver(time.getAttribute("datetime") ?? "", today)) offer.hidden = true;
  }
  for (const list of page.querySelectorAll("[data-offers]")) {
    const none = list.parentElement?.querySelector("[data-none]");
    if (!(none instanceof HTMLElement)) continue;
    none.hidden = list.querySelector("[data-offer]:not([hidden])") !== null;
  }
}

/**
 * @param {Date} time
 * @returns {string} the day where the reader is
 */
export function localDay(time) {
  const [month, day] = [time.getMonth() + 1, time.getDate()].map((n) => String(n).padStart(2, "0"));
  return `${time.getFullYear()}-${month}-${day}`;
}
