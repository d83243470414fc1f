// The page so far: title, summary, places, partners, lessons and story as the built page has them.

import { copyOf, element, findElement } from "../find/dom.js";
import { blocksOf } from "./markdown.js";
import { organisation } from "./organisations.js";
import { filled } from "./phrases.js";
import { isMapping } from "./record.js";
import { curly } from "./typography.js";

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
  say(view, "title", record.title);
  say(view, "summary", record.summary);
  say(view, "places", placesOf(record, table, view.dataset.online ?? ""));
  fill(view, "partners", partsOf(record.partners, drawPartner(table)));
  fill(view, "lessons", partsOf(record.lessons, drawLesson(view, table)));
  fill(view, "story", [...drawStory(record)]);
  sayConsent(findElement(view, "[data-say=consent]"), record);
}

/**
 * @param {Data} record
 * @param {Table} table
 * @param {string} online what is said of a place that is none
 */
function placesOf(record, { lists }, online) {
  const names = partsOf(record.places, (place) => {
    if (place.online === true) return online;
    const region = lists.region_names?.[String(place.region)];
    const area = region ?? lists.countries[String(place.country)] ?? "";
    const name = String(place.name ?? "");
    const isNamed = name.toLowerCase().includes(area.toLowerCase());
    return isNamed ? name : [name, area].filter(Boolean).join(", ");
  });
  return [...new Set(names)].join("; ");
}

/** @param {Table} table */
function drawPartner({ schemes }) {
  return (/** @type {Data} */ { name, org, kind, role }) => {
    const known = organisation(String(org));
    const label = schemes["partner-kinds"]?.[String(kind ?? known?.kind)]?.label;
    const item = element("li", {}, element("b", {}, words(known?.names[0] ?? name ?? org)));
    for (const text of [label, role]) if (text) item.append(" ", element("span", {}, words(text)));
    return item;
  };
}

/**
 * @param {HTMLElement} view
 * @param {Table} table
 */
function drawLesson(view, { schemes }) {
  return (/** @type {Data} */ lesson) => {
    const copy = copyOf(view, "template");
    const voices = [lesson.said_by ?? []].flat().map((id) => schemes.voices?.[String(id)]?.label);
    say(copy, "kind", schemes["lesson-kinds"]?.[String(lesson.kind)]?.label);
    say(copy, "voices", voices.filter(Boolean).join(" · "));
    for (const key of ["lesson", "because", "holds_when"]) say(copy, key, lesson[key]);
    for (const line of copy.querySelectorAll("dl div")) {
      if (!line.querySelector("dd")?.textContent) line.remove();
    }
    return copy;
  };
}

/** @param {Data} record */
function* drawStory({ story, sources, films }) {
  const ids = [
    ...partsOf(sources, ({ id }) => String(id)),
    ...partsOf(films, ({ id }) => String(id)),
  ];
  for (const { tag, text } of blocksOf(String(story ?? ""), new Set(ids))) {
    if (text) yield element(tag, {}, words(text));
  }
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
  place.textContent = isAgreed ? filled(agreed, { body }) : other;
}

/**
 * @param {ParentNode} view
 * @param {string} name
 * @param {unknown} text
 */
function say(view, name, text) {
  const place = view.querySelector(`[data-say=${name}]`);
  if (place) place.textContent = words(text);
}

/**
 * @param {HTMLElement} view
 * @param {string} name
 * @param {Node[]} parts
 */
function fill(view, name, parts) {
  findElement(view, `[data-say=${name}]`)?.replaceChildren(...parts);
}

/** @param {unknown} text */
function words(text) {
  return curly(
    String(text ?? "")
      .trim()
      .replaceAll(/\s+/g, " "),
  );
}

/**
 * @template Part
 * @param {unknown} list
 * @param {(entry: Data) => Part} part
 * @returns {Part[]}
 */
function partsOf(list, part) {
  return Array.isArray(list) ? list.filter(isMapping).map(part) : [];
}
