// The page so far: title, summary, place, partners, lessons and story as the built page has them.

import { element, findElement } from "../find/dom.js";
import { isMapping } from "./record.js";

/**
 * @import { Table } from "./check.js"
 * @import { Data } from "./record.js"
 */

/**
 * @param {HTMLElement} page
 * @param {Data} record
 * @param {Table} table
 */
export function showLive(page, record, table) {
  const view = findElement(page, "[data-live]");
  if (!view) return;
  for (const [name, text] of Object.entries(facts(record, table))) {
    const place = findElement(view, `[data-say=${name}]`);
    if (place) place.textContent = text;
  }
  const lessons = entriesOf(record.lessons).map((lesson) => drawLesson(lesson, table));
  findElement(view, "[data-say=lessons]")?.replaceChildren(...lessons);
  const story = String(record.story ?? "").split(/\n\s*\n/);
  const paragraphs = story.filter(Boolean).map((text) => element("p", {}, plain(text)));
  findElement(view, "[data-say=story]")?.replaceChildren(...paragraphs);
  sayConsent(findElement(view, "[data-say=consent]"), record);
}

/**
 * @param {Data} record
 * @param {Table} table
 * @returns {Record<string, string>} what is said of *record* in one line each
 */
export function facts(record, table) {
  const { countries } = table.lists;
  const places = entriesOf(record.places).filter(({ online }) => online !== true);
  const where = places.map(({ name, country }) =>
    [name, countries[String(country)]].filter(Boolean).join(", "),
  );
  const partners = entriesOf(record.partners).map(({ name, org, kind }) => {
    const label = table.schemes["partner-kinds"]?.[String(kind)]?.label;
    const words = String(name ?? org ?? "");
    return label ? `${words} (${label.toLowerCase()})` : words;
  });
  return {
    title: String(record.title ?? ""),
    summary: String(record.summary ?? ""),
    where: where.join("; "),
    partners: partners.filter(Boolean).join(", "),
  };
}

/**
 * @param {Data} lesson
 * @param {Table} table
 */
function drawLesson(lesson, table) {
  const voices = [lesson.said_by ?? []]
    .flat()
    .map((id) => table.schemes.voices?.[String(id)]?.label);
  const kind = table.schemes["lesson-kinds"]?.[String(lesson.kind)]?.label ?? "";
  const line = element("p", {}, [kind, ...voices].filter(Boolean).join(" · "));
  return element(
    "div",
    { class: "live-lesson" },
    element("blockquote", {}, String(lesson.lesson ?? "")),
    line,
  );
}

/**
 * @param {HTMLElement | null} place
 * @param {Data} record
 */
function sayConsent(place, record) {
  if (!place) return;
  const consent = isMapping(record.consent) ? record.consent : {};
  const status = String(consent.status ?? "pending");
  const { agreed = "", publicRecord = "", pending = "" } = place.dataset;
  const body = String(consent.agreed_by ?? "…");
  const isAgreed = status === "agreed" || status === "partial";
  const other = status === "public-record" ? publicRecord : pending;
  place.textContent = isAgreed ? agreed.replace("{body}", body) : other;
}

/**
 * @param {string} markdown
 * @returns {string} its words
 */
function plain(markdown) {
  return markdown
    .replaceAll(/\s*\[@[^\]]*\]/g, "")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[*_`]{1,2}(\S[^*_`]*)[*_`]{1,2}/g, "$1")
    .replaceAll(/^(?:#+|>|[-*])\s+/gm, "");
}

/**
 * @param {unknown} list
 * @returns {Data[]}
 */
function entriesOf(list) {
  return Array.isArray(list) ? list.filter(isMapping) : [];
}
