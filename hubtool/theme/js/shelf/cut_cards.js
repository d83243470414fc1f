// Cards to cut out, as many on a sheet as the page says, made from what is on a shelf.

import { copyOf, ROOT, requireElement } from "../find/dom.js";
import { textOf, voicesOf } from "./case_pages.js";
import { qrCode } from "./qr_code.js";

/**
 * @import { CasePage } from "./case_pages.js"
 * @import { Item } from "./contents.js"
 * @typedef {{
 *   stock: string, heading: (Node | string)[], aside: string, text: string, more: string,
 *   source: string, meta: string, address: string, language: string,
 * }} CutCard
 */

const SIDE = /\bwash-(\w+)/;
const FIRST_SENTENCE = /^.{1,200}?[.!?](?=\s|$)/;
const METHOD = /methods\/([a-z0-9-]+)\/$/;

/**
 * @param {HTMLElement} page
 * @param {Item[]} items
 * @param {Map<string, CasePage>} cases
 */
export async function showCards(page, items, cases) {
  const { kindCase = "", kindFilm = "" } = page.dataset;
  /** @type {CutCard[]} */
  const lessons = [];
  /** @type {CutCard[]} */
  const whole = [];
  /** @type {CutCard[]} */
  const films = [];
  for (const { kind, address } of items) {
    const [id, part = ""] = address.split("#");
    const about = /** @type {CasePage} */ (cases.get(id));
    if (kind === "film") films.push(filmCard(about, part, kindFilm));
    else if (kind === "lesson") lessons.push(lessonCard(about, `lesson-${part}`));
    else {
      whole.push(caseCard(about, kindCase));
      const lead = about.page.querySelector(".lead-voices a")?.getAttribute("href")?.slice(1);
      if (lead && about.part(lead)) lessons.push(lessonCard(about, lead));
    }
  }
  const unique = new Map(lessons.map((card) => [card.address, card]));
  /** @type {Element[]} */
  const cards = await Promise.all(
    [...unique.values(), ...whole, ...films].map((card) => filled(page, card)),
  );
  cards.push(...(await methodCards(page, cases)));
  requireElement(page, "[data-sheets]", HTMLElement).replaceChildren(...sheetsOf(page, cards));
}

/**
 * @param {HTMLElement} page
 * @param {Element[]} cards
 */
function* sheetsOf(page, cards) {
  const count = Number(page.dataset.onASheet);
  for (let start = 0; start < cards.length; start += count) {
    const sheet = copyOf(page, "[data-sheet]");
    requireElement(sheet, "ol", HTMLElement).append(...cards.slice(start, start + count));
    yield sheet;
  }
}

/**
 * @param {CasePage} about
 * @param {string} name
 * @returns {CutCard}
 */
function lessonCard(about, name) {
  const lesson = /** @type {HTMLElement} */ (about.part(name));
  return {
    ...common(about, about.address(name)),
    stock: `ink-${SIDE.exec(lesson.className)?.[1] ?? "outside"}`,
    heading: voicesOf(lesson),
    aside: textOf(lesson, ".kind"),
    text: textOf(lesson, ".lesson-text"),
    source: about.title,
  };
}

/**
 * @param {CasePage} about
 * @param {string} heading
 * @returns {CutCard}
 */
function caseCard(about, heading) {
  const card = common(about, about.address());
  const more = FIRST_SENTENCE.exec(about.text(".case-head .lede"))?.[0] ?? "";
  return { ...card, stock: "is-case", heading: [heading], text: about.title, more };
}

/**
 * @param {CasePage} about
 * @param {string} part
 * @param {string} heading
 * @returns {CutCard}
 */
function filmCard(about, part, heading) {
  const film = /** @type {HTMLElement} */ (about.part(`film-${part}`));
  return {
    ...common(about, about.address(`film-${part}`)),
    stock: "is-film",
    heading: [heading],
    text: textOf(film, ".film-text :is(h3, h4)"),
    source: about.title,
  };
}

/**
 * @param {CasePage} about
 * @param {string} address
 */
function common(about, address) {
  const { meta, language } = about;
  return { address, meta, language, aside: "", more: "", source: "" };
}

/**
 * @param {HTMLElement} page
 * @param {Map<string, CasePage>} cases
 * @returns {Promise<Element[]>} the methods of the cases, those of most cases first
 */
async function methodCards(page, cases) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { page: about } of cases.values()) {
    for (const link of about.querySelectorAll("#glance a[href*='methods/']")) {
      const id = METHOD.exec(link.getAttribute("href") ?? "")?.[1] ?? "";
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const ids = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const cards = ids.slice(0, Number(page.dataset.mostMethods)).map(async (id) => {
    if (!page.querySelector(`template[data-method="${id}"]`)) return [];
    const card = copyOf(page, `template[data-method="${id}"]`);
    await addCode(page, card, `methods/${id}/`);
    return [card];
  });
  return (await Promise.all(cards)).flat();
}

/**
 * @param {HTMLElement} page
 * @param {CutCard} card
 */
async function filled(
  page,
  { stock, heading, aside, text, more, source, meta, address, language },
) {
  const card = copyOf(page, "[data-card]");
  card.classList.add(stock);
  const { large, middle } = page.dataset;
  const length = text.length + more.length / 2;
  const longer = length <= Number(middle) ? "middle" : "small";
  const size = length <= Number(large) ? "large" : longer;
  const body = requireElement(card, ".cut-text", HTMLElement);
  body.classList.add(`is-${size}`);
  if (language) body.lang = language;
  requireElement(card, ".cut-heading", HTMLElement).replaceChildren(...heading);
  for (const [selector, words] of Object.entries({
    ".cut-aside": aside,
    ".cut-said": text,
    ".cut-more": more,
    ".cut-source": source,
    ".cut-meta": meta,
  })) {
    requireElement(card, selector, HTMLElement).textContent = words;
  }
  const link = requireElement(card, ".cut-foot a", HTMLAnchorElement);
  link.href = new URL(address, ROOT).href;
  link.textContent = `/${address.split("#")[0]}`;
  await addCode(page, card, address);
  return card;
}

/**
 * @param {HTMLElement} page
 * @param {Element} card
 * @param {string} address
 */
async function addCode(page, card, address) {
  const { href } = new URL(address, page.dataset.site || ROOT);
  // A longer one would be too fine to print.
  if (href.length > Number(page.dataset.longestAddress)) return;
  requireElement(card, ".cut-foot", HTMLElement).append(await qrCode(href));
}
