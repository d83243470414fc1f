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
/** @type {Map<string, number>} */
const SEASONS = new Map(
  Object.entries({ spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 }),
);
const NOW = new Set(["present", "now", "ongoing", "today", "date", "current", "still"]);
const MOST_MONTHS = 12;
const IN_WORDS =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?\s+(\d{4})$/;
const IN_ONE_YEAR = /^([a-z]{3,9})(?:\s+to\b|\s*[-–—])/;
const TIME = /(\d{4}-\d\d-\d\d)[t ]\d\d:\d\d[\d:.z+-]*/g;
const SPAN = /^(.{4,24}?)(?:\s+(?:to|until|till)\s+|\s*[–—]\s*|\s+-\s+)(.{3,24})$/;

/**
 * @param {string} text
 * @returns {string | null} the date that *text* writes in English words or in figures, null where
 *   it is unclear
 */
export function edtfFrom(text) {
  const words = text.trim().toLowerCase().replaceAll(",", " ").replaceAll(TIME, "$1");
  if (/^\d{4}(-\d\d){0,2}$/.test(words)) return real(words);
  for (const rule of [spanOf, openSpan, inFigures, inWords]) {
    const date = rule(words);
    if (date) return date;
  }
  return null;
}

/**
 * Reads `2019 to 2021`, `May to July 2019` and `2019 to present`.
 *
 * @param {string} words
 */
function spanOf(words) {
  const [, month] = IN_ONE_YEAR.exec(words) ?? [];
  const year = /\d{4}$/.exec(words)?.[0];
  const isInOneYear = year && (MONTHS.has(month) || SEASONS.has(month));
  const whole = isInOneYear ? `${month} ${year} ${words.slice(month.length)}` : words;
  const [, first, last] = SPAN.exec(whole) ?? [];
  if (first === undefined) return null;
  const start = edtfFrom(first);
  const end = NOW.has(last) ? ".." : edtfFrom(last);
  return start && end ? `${start}/${end}` : null;
}

/**
 * Reads `about 2019`, `the 1990s`, `since 2019` and `2019-`.
 *
 * @param {string} words
 */
function openSpan(words) {
  const [, about] = /^(?:about|around|circa|c\.?|ca\.?)\s*(\d{4})$/.exec(words) ?? [];
  if (about) return `${about}~`;
  const [, decade] = /^(?:the\s+)?(\d{3})0s$/.exec(words) ?? [];
  if (decade) return real(`${decade}X`);
  const [, since, year] = /^(?:(?:since|from)\s+(.+)|(\d{4})\s*[-–])$/.exec(words) ?? [];
  const start = since || year ? edtfFrom(since || year) : null;
  return start && `${start}/..`;
}

/**
 * Reads `2019/4/3`, `2019/20`, and `15/1/2026` where only one of the two can be the month.
 *
 * @param {string} words
 */
function inFigures(words) {
  const [, century, start, end] = /^(\d\d)(\d\d)\/(\d\d)$/.exec(words) ?? [];
  if (century)
    return Number(end) > Math.max(Number(start), MOST_MONTHS)
      ? real(`${century}${start}/${century}${end}`)
      : null;
  const [first, ...begun] = /^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?$/.exec(words) ?? [];
  if (first) return written(begun[0], Number(begun[1]), begun[2]);
  const [, one, two, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(words) ?? [];
  const [low, high] = [Number(one), Number(two)].sort((a, b) => a - b);
  return year && high > MOST_MONTHS ? written(year, low, String(high)) : null;
}

/**
 * Reads `3 April 2019`, `April 3rd 2019`, `Apr 2019`, `2019 April` and `Spring 2019`.
 *
 * @param {string} words
 */
function inWords(words) {
  const yearLast = words.replace(/(\d{4})\s+([a-z]{3,9})/, "$2 $1");
  const [, before, name, after, year] = IN_WORDS.exec(yearLast) ?? [];
  const day = before ?? after;
  const month = MONTHS.get(name) ?? (day ? undefined : SEASONS.get(name));
  return month ? written(year, Number(month), day) : null;
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
