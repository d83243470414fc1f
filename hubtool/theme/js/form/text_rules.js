// The rules that a single text can follow; hubtool/models/types.py has the same, in the same words.

import { daysOf } from "./dates.js";
import { edtfFrom } from "./written_dates.js";

/**
 * @typedef {{ name: string, slots: Record<string, string> }} Finding which words to say, and
 *   what stands in their slots
 * @typedef {{ countries: Record<string, string>, country_names?: Record<string, string>,
 *   currencies?: string[], languages?: string, regions?: Record<string, string>,
 *   region_names?: Record<string, string>, licences?: string }} Lists those that the
 *   short form does not need come later, and are not checked before
 */

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
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
  "web-address": addressFinding,
  country: countryFinding,
  region: (text, lists) => verdict(isRegion(text, lists), "region", text),
  language: (text, lists) => verdict(isLanguage(text, lists), "language", text),
  licence: (text, lists) => verdict(isLicence(text, lists), "licence", text),
  currency: (text, { currencies }) =>
    verdict(currencies?.includes(text.toUpperCase()) ?? true, "currency", text),
  doi: doiFinding,
  orcid: orcidFinding,
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
  const better = slugFrom(text.replaceAll(/^.*\/(?=.)|\.ya?ml$/g, ""));
  return { name: better ? "slug-better" : "slug", slots: { text, better } };
}

/**
 * @param {string} text
 * @returns {Finding | null}
 */
function dateFinding(text) {
  const days = daysOf(text);
  if (days === null) return noDate(text);
  const [first, last] = days;
  return first && last && first > last ? { name: "date-reversed", slots: { text } } : null;
}

/**
 * @param {string} text
 * @returns {Finding}
 */
function noDate(text) {
  if (/^[\dOolI]{4}(-[\dOolI]{2}){0,2}$/.test(text) && /[OolI]/.test(text))
    return { name: "date-letters", slots: { text, date: inFigures(text) } };
  const written = edtfFrom(text);
  if (written) {
    const name = /^\d{4}-2[1-4]$/.test(written) ? "date-season" : "date-better";
    return { name, slots: { text, better: written } };
  }
  const [, number, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  if (year) {
    const [first, second] = [number, month].map((part) => part.padStart(2, "0"));
    const slots = {
      text,
      better: `${year}-${second}-${first}`,
      other: `${year}-${first}-${second}`,
    };
    return { name: "date-order", slots };
  }
  const better = span(text);
  return better
    ? { name: "date-span", slots: { text, better } }
    : { name: "date", slots: { text } };
}

/** @param {string} text */
function inFigures(text) {
  return text.replaceAll(/[Oo]/g, "0").replaceAll(/[lI]/g, "1");
}

/** @param {string} text */
function span(text) {
  const years = /^(\d{4})\s*[-–—]\s*(\d{4}|\d\d)$/.exec(text);
  if (!years) return null;
  const last = years[1].slice(0, 4 - years[2].length) + years[2];
  return years[1] < last ? `${years[1]}/${last}` : null;
}

/**
 * @param {string} text
 * @returns {Finding | null}
 */
function addressFinding(text) {
  if (/[\s<>"`\\]/.test(text) || /^[^/]*\/\/[^/]*[[\]]/.test(text)) return addressInside(text);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1].toLowerCase();
  if (!scheme && /^(www\.|[\p{L}\p{N}_-]+\.[a-z]{2,}(\/|$))/u.test(text))
    return { name: "address-bare", slots: { text } };
  if (scheme !== "http" && scheme !== "https") return withoutScheme(text);
  const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:.*$/, "");
  if (!host.includes(".")) return { name: "address-host", slots: { text } };
  return authority.includes("@") ? { name: "address-user", slots: { text } } : null;
}

/**
 * @param {string} text
 * @returns {Finding}
 */
function withoutScheme(text) {
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(text)?.[1];
  return doi
    ? { name: "address-doi", slots: { text, better: ["https:", "", "doi.org", doi].join("/") } }
    : { name: "address-scheme", slots: { text } };
}

/**
 * @param {string} text
 * @returns {Finding}
 */
function addressInside(text) {
  const [better, ...more] = new Set(text.match(/https?:\/\/[^\s<>"'`\\]+/g));
  return better && more.length === 0
    ? { name: "address-inside", slots: { text, better: `write \`${better}\`` } }
    : { name: "address", slots: { text } };
}

/**
 * @param {string} text
 * @param {Lists} lists
 * @returns {Finding | null}
 */
function countryFinding(text, { countries, country_names = {} }) {
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
  const bare = text
    .replace(/^(https?:\/\/)?((dx|www)\.)?doi\.org\/|^doi[:\s]+/i, "")
    .replace(/^doi[:\s]+/i, "")
    .replace(/[.,;/ ]+$/, "");
  if (bare === text && DOI.test(text)) return null;
  return DOI.test(bare)
    ? { name: "doi-better", slots: { text, better: `write \`${bare}\`` } }
    : doiInside(text, bare);
}

/**
 * @param {string} text
 * @param {string} bare
 * @returns {Finding}
 */
function doiInside(text, bare) {
  const better = /\/(10\.\d{4,9}\/[^\s?#]+)/.exec(bare)?.[1];
  return better
    ? { name: "doi-inside", slots: { text, better: `\`${better}\`?` } }
    : { name: "doi", slots: { text } };
}

/**
 * @param {string} text
 * @returns {Finding | null}
 */
function orcidFinding(text) {
  if (/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(text) && isChecked(text.replaceAll("-", "")))
    return null;
  const digits = text
    .replaceAll(/^[ /]+|[ /]+$/g, "")
    .replaceAll(/^.*orcid(\.org\/|:)|[\s-]/gi, "")
    .toUpperCase();
  if (!/^\d{15}[\dX]$/.test(digits)) return { name: "orcid", slots: { text } };
  const better = digits.match(/.{4}/g)?.join("-") ?? "";
  return { name: isChecked(digits) ? "orcid-better" : "orcid-digits", slots: { text, better } };
}

/** @param {string} digits sixteen, the last of which checks the others by ISO 7064, mod 11-2 */
function isChecked(digits) {
  let check = 0;
  for (const sign of digits) check = (2 * check + (sign === "X" ? 10 : Number(sign))) % 11;
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
