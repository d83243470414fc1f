// Dates as people write them, in EDTF; hubtool/text/written_dates.py reads the same.

import { daysOf } from "./dates.js";

const NAMES = [
  ["jan", "january"],
  ["feb", "february"],
  ["mar", "march"],
  ["apr", "april"],
  ["may"],
  ["jun", "june"],
  ["jul", "july"],
  ["aug", "august"],
  ["sep", "sept", "september"],
  ["oct", "october"],
  ["nov", "november"],
  ["dec", "december"],
];
const MONTHS = new Map(NAMES.flatMap((names, index) => names.map((name) => [name, index + 1])));
const NOW = new Set(["present", "now", "ongoing", "today", "date", "current", "still"]);
const MOST_MONTHS = 12;
const IN_WORDS =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?\s+(\d{4})$/;
const SPAN = /^(.{4,24}?)(?:\s+(?:to|until|till)\s+|\s*[–—]\s*|\s+-\s+)(.{3,24})$/;

/**
 * @param {string} text
 * @returns {string | null} the date that *text* writes in English words or in figures, null where
 *   it is unclear
 */
export function edtfFrom(text) {
  const words = text.trim().toLowerCase().replaceAll(",", " ");
  if (/^\d{4}(-\d\d){0,2}$/.test(words)) return real(words);
  for (const rule of [spanOf, openSpan, inFigures, inWords]) {
    const date = rule(words);
    if (date) return date;
  }
  return null;
}

/**
 * Reads `2019 to 2021` and `2019 to present`.
 *
 * @param {string} words
 */
function spanOf(words) {
  const [, first, last] = SPAN.exec(words) ?? [];
  if (first === undefined) return null;
  const start = edtfFrom(first);
  const end = NOW.has(last) ? ".." : edtfFrom(last);
  return start && end ? `${start}/${end}` : null;
}

/**
 * Reads `about 2019`, `since 2019` and `2019-`.
 *
 * @param {string} words
 */
function openSpan(words) {
  const [, about] = /^(?:about|around|circa|c\.?|ca\.?)\s*(\d{4})$/.exec(words) ?? [];
  if (about) return `${about}~`;
  const [, since, year] = /^(?:(?:since|from)\s+(.+)|(\d{4})\s*[-–])$/.exec(words) ?? [];
  const start = since || year ? edtfFrom(since || year) : null;
  return start && `${start}/..`;
}

/**
 * Reads `2019/4/3`, and `15/1/2026` where only one of the two can be the month.
 *
 * @param {string} words
 */
function inFigures(words) {
  const [first, ...begun] = /^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?$/.exec(words) ?? [];
  if (first) return written(begun[0], Number(begun[1]), begun[2]);
  const [, one, two, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(words) ?? [];
  const [low, high] = [Number(one), Number(two)].sort((a, b) => a - b);
  return year && high > MOST_MONTHS ? written(year, low, String(high)) : null;
}

/**
 * Reads `3 April 2019`, `April 3rd 2019` and `Apr 2019`.
 *
 * @param {string} words
 */
function inWords(words) {
  const [, before, name, after, year] = IN_WORDS.exec(words) ?? [];
  const month = MONTHS.get(name);
  return month ? written(year, Number(month), before ?? after) : null;
}

/**
 * @param {string} year
 * @param {number} month
 * @param {string | undefined} day
 */
function written(year, month, day) {
  const end = day === undefined ? "" : `-${day.padStart(2, "0")}`;
  return real(`${year}-${String(month).padStart(2, "0")}${end}`);
}

/**
 * @param {string} text
 * @returns {string | null} *text* if there is such a day: there is no thirteenth month
 */
function real(text) {
  return daysOf(text) ? text : null;
}
