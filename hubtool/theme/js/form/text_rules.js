// The rules that a single text can follow; hubtool/models/types.py has the same, in the same words.

/**
 * @typedef {{ name: string, slots: Record<string, string> }} Finding which words to say, and
 *   what stands in their slots
 * @typedef {{ countries: Record<string, string>, country_names: Record<string, string>,
 *   currencies: string[], languages?: string, regions?: Record<string, string>, licences?: string
 * }} Lists languages, regions and licences come later, and are not checked before
 */

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const DATE = /^(?:(\d{4})(?:-(\d\d)(?:-(\d\d|XX))?|-XX(?:-XX)?)?|(\d{3}X|\d\dXX))[?~%]?$/;
/** @type {Record<number, [number, number]>} */
const SEASONS = { 21: [3, 5], 22: [6, 8], 23: [9, 11], 24: [12, 12] };
const DOI = /^10\.\d{4,9}\/\S+$/;
const CLOCK = /^(?:\d+:)?\d{1,2}:[0-5]\d$/;
const DURATION = /^PT(?:\d+H)?(?:\d+M)?(?:\d+S)?$/;
const NATIONS = ["uk", "england", "scotland", "wales", "northern ireland"];

/**
 * @param {string} text
 * @returns {string} the id nearest to *text*, empty where nothing of it can stay
 */
export function slugFrom(text) {
  const letters = text.toLowerCase().replaceAll(/['’]/g, "").normalize("NFKD");
  const words = letters.replaceAll(/\p{M}/gu, "").match(/[a-z0-9]+/g) ?? [];
  return words
    .join("-")
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, "");
}

/** @type {Record<string, (text: string, lists: Lists) => Finding | null>} */
export const TEXT_RULES = {
  filled: (text) => (text.trim() ? null : { name: "filled", slots: {} }),
  date: dateFinding,
  slug: slugFinding,
  address: addressFinding,
  country: countryFinding,
  region: (text, lists) => verdict(isRegion(text, lists), "region", text),
  language: (text, lists) => verdict(isLanguage(text, lists), "language", text),
  licence: (text, lists) => verdict(isLicence(text, lists), "licence", text),
  currency: (text, { currencies }) =>
    verdict(currencies.includes(text.toUpperCase()), "currency", text),
  doi: doiFinding,
  orcid: (text) => verdict(isOrcid(text), "orcid", text),
};

/**
 * @param {boolean} isRight
 * @param {string} name
 * @param {string} text
 * @returns {Finding | null}
 */
function verdict(isRight, name, text) {
  return isRight ? null : { name, slots: { text } };
}

/** @param {unknown} value */
export function isDuration(value) {
  if (typeof value === "number") return Number.isInteger(value) && value >= 0;
  return (
    typeof value === "string" && (CLOCK.test(value) || (value.length > 2 && DURATION.test(value)))
  );
}

/**
 * @param {string} text
 * @returns {Finding | null}
 */
function slugFinding(text) {
  if (SLUG.test(text)) return null;
  const better = slugFrom(text);
  return { name: better ? "slug-better" : "slug", slots: { text, better } };
}

/**
 * @param {string} text
 * @returns {Finding | null}
 */
function dateFinding(text) {
  const days = daysOf(text);
  if (days === null) return { name: dateName(text), slots: { text, better: span(text) ?? "" } };
  const [first, last] = days;
  return first && last && first > last ? { name: "date-reversed", slots: { text } } : null;
}

/** @param {string} text */
function dateName(text) {
  if (/^[\dOolI]{4}(-[\dOolI]{2}){0,2}$/.test(text) && /[OolI]/.test(text)) return "date-letters";
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{4}$/.test(text)) return "date-order";
  return span(text) ? "date-span" : "date";
}

/** @param {string} text */
function span(text) {
  const years = /^(\d{4})\s*[-–—]\s*(\d{4}|\d\d)$/.exec(text);
  if (!years) return null;
  const last = years[1].slice(0, 4 - years[2].length) + years[2];
  return years[1] < last ? `${years[1]}/${last}` : null;
}

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

/**
 * @param {string} text
 * @returns {Finding | null}
 */
function addressFinding(text) {
  if (/[\s<>"`\\]/.test(text) || /^[^/]*\/\/[^/]*[[\]]/.test(text))
    return { name: "address", slots: { text } };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1].toLowerCase();
  if (!scheme && /^(www\.|[\w-]+\.[a-z]{2,}(\/|$))/u.test(text))
    return { name: "address-bare", slots: { text } };
  if (scheme !== "http" && scheme !== "https") return { name: "address-scheme", slots: { text } };
  const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:.*$/, "");
  if (!host.includes(".")) return { name: "address-host", slots: { text } };
  return authority.includes("@") ? { name: "address-user", slots: { text } } : null;
}

/**
 * @param {string} text
 * @param {Lists} lists
 * @returns {Finding | null}
 */
function countryFinding(text, { countries, country_names }) {
  if (Object.hasOwn(countries, text)) return null;
  const name = text.toLowerCase();
  if (Object.hasOwn(country_names, name))
    return { name: "country-named", slots: { text, better: country_names[name] } };
  return {
    name: NATIONS.includes(name) ? "country-nation" : "country",
    slots: { text, better: "write `GB`" },
  };
}

/**
 * @param {string} text
 * @returns {Finding | null}
 */
function doiFinding(text) {
  const bare = text.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, "");
  if (bare === text && DOI.test(text)) return null;
  return DOI.test(bare)
    ? { name: "doi-better", slots: { text, better: `write \`${bare}\`` } }
    : { name: "doi", slots: { text } };
}

/** @param {string} text */
function isOrcid(text) {
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(text)) return false;
  // ISO 7064, mod 11-2.
  let check = 0;
  for (const sign of text.replaceAll("-", ""))
    check = (2 * check + (sign === "X" ? 10 : Number(sign))) % 11;
  return check === 1;
}

/**
 * @param {string} text
 * @param {Lists} lists
 */
function isRegion(text, { regions }) {
  const [country, ...parts] = text.toUpperCase().split("-");
  return !regions || (regions[country]?.split(" ").includes(parts.join("-")) ?? false);
}

/**
 * @param {string} text
 * @param {Lists} lists
 */
function isLanguage(text, { languages, countries }) {
  if (!languages) return true;
  const [language, ...parts] = text.split(/[-_]/);
  const isPart = (/** @type {string} */ part) =>
    /^[a-z]{4}$|^\d{3}$/i.test(part) || Object.hasOwn(countries, part.toUpperCase());
  return languages.split(" ").includes(language.toLowerCase()) && parts.every(isPart);
}

/**
 * @param {string} text
 * @param {Lists} lists
 */
function isLicence(text, { licences }) {
  if (!licences) return true;
  const names = licences.toLowerCase().split(" ");
  const parts = text
    .replaceAll(/[()]/g, " ")
    .trim()
    .split(/\s+(?:AND|OR)\s+/i);
  return parts.every((part) => {
    const name = part.toLowerCase().replace(/\+$/, "");
    return names.includes(name) || /^licenseref-[a-z0-9.-]+$/.test(name);
  });
}
