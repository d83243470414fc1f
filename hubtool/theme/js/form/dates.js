// Dates and spans of dates as EDTF level 1 writes them; hubtool/text/dates.py reads the same.

const DATE = /^(?:(\d{4})(?:-(\d\d)(?:-(\d\d|XX))?|-XX(?:-XX)?)?|(\d{3}X|\d\dXX))[?~%]?$/;
/** @type {Record<number, [number, number]>} */
const SEASONS = { 21: [3, 5], 22: [6, 8], 23: [9, 11], 24: [12, 12] };

/**
 * @param {string} text a date or a span of dates as EDTF level 1 writes them
 * @returns {[string | null, string | null] | null} the first and last day, null where it is no date
 */
export function daysOf(text) {
  const [start, ...rest] = text.split("/");
  if (rest.length === 0) return bounds(start);
  const [end] = rest;
  const isOpen = (/** @type {string} */ part) => part === "" || part === "..";
  if (rest.length > 1 || (isOpen(start) && isOpen(end))) return null;
  const first = isOpen(start) ? [null] : bounds(start);
  const last = isOpen(end) ? [null, null] : bounds(end);
  return first && last ? [first[0], last[1]] : null;
}

/**
 * @param {string} text
 * @returns {[string, string] | null}
 */
function bounds(text) {
  const [isDate, year, month, day, decade] = DATE.exec(text) ?? [];
  if (!isDate || text.startsWith("0000") || text.startsWith("000X") || text.startsWith("00XX")) {
    return null;
  }
  if (decade)
    return [`${decade.replaceAll("X", "0")}-01-01`, `${decade.replaceAll("X", "9")}-12-31`];
  if (!month) return [`${year}-01-01`, `${year}-12-31`];
  if (!day || day === "XX") return months(year, Number(month), day !== undefined);
  return isDay(year, month, day) ? [`${year}-${month}-${day}`, `${year}-${month}-${day}`] : null;
}

/**
 * @param {string} year
 * @param {number} month or season
 * @param {boolean} isMonth
 * @returns {[string, string] | null}
 */
function months(year, month, isMonth) {
  const [first, last] = (isMonth ? undefined : SEASONS[month]) ?? [month, month];
  if (first < 1 || last > 12) return null;
  const digits = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return [`${year}-${digits(first)}-01`, `${year}-${digits(last)}-${lastDay(Number(year), last)}`];
}

/**
 * @param {string} year
 * @param {string} month
 * @param {string} day
 */
function isDay(year, month, day) {
  return (
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= lastDay(Number(year), Number(month))
  );
}

/**
 * @param {number} year
 * @param {number} month from 1
 */
function lastDay(year, month) {
  const day = new Date(0);
  day.setUTCFullYear(year, month, 0);
  return day.getUTCDate();
}
