// The booklet of a shelf: its things in their order, each with its note, and its stories alone.

import { copyOf, element, ROOT, requireElement } from "../find/dom.js";
import { textOf, voicesOf } from "./case_pages.js";

/**
 * @import { CasePage } from "./case_pages.js"
 * @import { Item, Shelf } from "./contents.js"
 */

/**
 * @param {HTMLElement} page
 * @param {Shelf} shelf
 * @param {Map<string, CasePage>} cases
 */
export function showBooklet(page, { title, summary, items }, cases) {
  if (title) requireElement(page, "[data-title]", HTMLElement).textContent = title;
  requireElement(page, "[data-summary]", HTMLElement).textContent = summary;
  const things = items.map((item, index) => {
    const about = /** @type {CasePage} */ (cases.get(item.address.split("#")[0]));
    return thing(page, item, index + 1, about);
  });
  requireElement(page, "[data-items]", HTMLElement).replaceChildren(...things);
  const list = things.map((section) => element("li", {}, textOf(section, "h3")));
  requireElement(page, "[data-list]", HTMLElement).replaceChildren(...list);
}

/**
 * @param {HTMLElement} page
 * @param {Item[]} items
 * @param {Map<string, CasePage>} cases
 */
export function showStories(page, items, cases) {
  const ids = items.filter((item) => item.kind === "case").map((item) => item.address);
  const stories = ids
    .map((id) => /** @type {CasePage} */ (cases.get(id)))
    .filter((about) => about.story.length > 0)
    .map((about, index) => {
      const title = page.dataset.story?.replace("{n}", `${index + 1}`) ?? "";
      const lines = element("p", { class: "booklet-lines", "aria-hidden": "true" });
      const heading = element("h2", {}, title);
      return element("section", { class: "booklet-item" }, heading, storyOf(about), lines);
    });
  const nothing = element("p", {}, page.dataset.none ?? "");
  const shown = stories.length > 0 ? stories : [nothing];
  requireElement(page, "[data-items]", HTMLElement).replaceChildren(...shown);
}

/**
 * @param {HTMLElement} page
 * @param {Item} item
 * @param {number} number
 * @param {CasePage} about
 */
function thing(page, { kind, address, note }, number, about) {
  const part = address.split("#")[1];
  const name = part ? `${kind}-${part}` : "";
  const section = copyOf(page, "[data-item]");
  section.classList.toggle("is-short", kind !== "case");
  const { kindCase, kindLesson, kindFilm } = page.dataset;
  const labels = { case: kindCase, lesson: kindLesson, film: kindFilm };
  const place = about.part(name);
  const heading = place ? textOf(place, "h3, h4") : about.title;
  for (const [selector, words] of Object.entries({
    ".booklet-kind b": `${number}`,
    ".booklet-kind span": labels[kind] ?? "",
    h3: heading,
    ".booklet-meta": [place ? about.title : "", about.meta].filter(Boolean).join(" · "),
    ".booklet-note": note,
    ".booklet-address": new URL(about.address(name), page.dataset.site || ROOT).href,
  })) {
    requireElement(section, selector, HTMLElement).textContent = words;
  }
  if (!note.trim()) requireElement(section, ".booklet-note", HTMLElement).remove();
  const body = requireElement(section, "[data-body]", HTMLElement);
  body.replaceChildren(...contentOf(page, kind, about, place));
  if (about.language) body.lang = about.language;
  return section;
}

/**
 * @param {HTMLElement} page
 * @param {string} kind
 * @param {CasePage} about
 * @param {HTMLElement | null} place of a lesson or a film on the page
 */
function contentOf(page, kind, about, place) {
  if (!place) return wholeCase(page, about);
  return kind === "film" ? filmFacts(place) : lessonReasons(about, place);
}

/**
 * @param {HTMLElement} page
 * @param {CasePage} about
 */
function wholeCase(page, about) {
  const summary = element("p", {}, element("b", {}, about.text(".case-head .lede")));
  const parts = [summary, ...(about.story.length > 0 ? [storyOf(about)] : [])];
  const stages = [...about.page.querySelectorAll("#decided .stage-cells > li:not(.is-missing)")];
  if (stages.length === 0) return parts;
  const frame = requireElement(page, "[data-decided]", HTMLTemplateElement);
  const [heading, list] = document.importNode(frame.content, true).children;
  for (const stage of stages) {
    const term = element("dt", {}, textOf(stage, "h3"));
    const words = element("dd", {}, textOf(stage, "h3 + p"));
    list.append(element("div", {}, term, words));
  }
  return [...parts, heading, list];
}

/** @param {CasePage} about */
function storyOf(about) {
  const story = element("div", { class: "booklet-story" }, ...about.story);
  if (about.language) story.lang = about.language;
  return story;
}

/** @param {Element} film */
function filmFacts(film) {
  const watch = film.querySelector(".play-mark a")?.getAttribute("href") ?? "";
  const facts = [...film.querySelectorAll(".film-text > .note, .film-text > .small")].slice(0, 2);
  const texts = facts.map((fact) => element("p", {}, fact.textContent?.trim() ?? ""));
  return [...texts, element("p", { class: "booklet-address" }, watch)];
}

/**
 * @param {CasePage} about
 * @param {Element} lesson
 */
function lessonReasons(about, lesson) {
  const reasons = about.copy(lesson.querySelector(".reasons"));
  const kind = ` ${textOf(lesson, ".kind")}`;
  const meta = element("p", { class: "booklet-meta" }, ...voicesOf(lesson), kind);
  return [element("dl", {}, ...reasons), meta];
}
