// The search: a list below every search box while somebody types, and whole results on the page of cases.

/**
 * @typedef {{ url: string, meta: Record<string, string>, excerpt: string }} Found one page or lesson, as Pagefind tells it
 * @typedef {{ data: () => Promise<Found> }} Hit
 * @typedef {{
 *   options: (given: object) => Promise<void>,
 *   mergeIndex: (path: string, given: object) => Promise<void>,
 *   search: (words: string) => Promise<{ results: Hit[] }>,
 * }} Pagefind
 * @typedef {{ kind: string, found: Found[] }} Group
 */

// The same words stand in the catalogue under `search:`; a test holds the two together.
export const WORDS = {
  case: "Cases",
  lesson: "Lessons",
  film: "Films",
  collection: "Collections",
  term: "Themes, methods, topics and frictions",
  page: "Pages",
  all: "All results for “{words}”",
  some: "{n} results for “{words}”",
  one: "One result for “{words}”",
  none: "Nothing found for “{words}”. Try fewer or other words.",
  missing: "This copy of the site has no word index, so words cannot be searched. All cases are listed here.",
  cases: "All cases",
  more: "Show more",
};

const KINDS = new Set(["case", "lesson", "film", "collection", "term"]); // anything else is a page
const ROOT = new URL("../../", import.meta.url);
const PAUSE = 180; // milliseconds after the last key
const MOST_LOADED = 14;
const MOST_OF_A_KIND = 4;
const PAGE = 30;

/** @type {Promise<Pagefind | null> | undefined} */
let loading;

/** @returns {Promise<Pagefind | null>} the index, or nothing where the site was built without one */
function pagefind() {
  loading ??= import(new URL("pagefind/pagefind.js", ROOT).href)
    .then(async (/** @type {Pagefind} */ index) => {
      await index.options({ baseUrl: ROOT.pathname });
      await mergeLanguages(index);
      return index;
    })
    .catch(() => null);
  return loading;
}

/**
 * Pagefind opens the words of the page's language alone; a case in another one should be found, too.
 * @param {Pagefind} index
 */
async function mergeLanguages(index) {
  const folder = new URL("pagefind/", ROOT);
  const { languages } = await (await fetch(new URL("pagefind-entry.json", folder))).json();
  const own = document.documentElement.lang.split("-")[0].toLowerCase();
  for (const language of Object.keys(languages).filter((one) => one !== own)) {
    // It passes over an index with the address of the first: the full stop makes this another one.
    await index.mergeIndex(`${folder.pathname}.`, { language, baseUrl: ROOT.pathname });
  }
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
function say(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** @param {string} words */
function addressOfAll(words) {
  const address = new URL("cases/", ROOT);
  address.searchParams.set("q", words);
  return address.href;
}

/**
 * @param {Hit[]} hits
 * @param {number} most
 * @returns {Promise<Group[]>} by kind, the kind of the best hit first
 */
async function grouped(hits, most) {
  /** @type {Map<string, Found[]>} */
  const groups = new Map();
  for (const found of await Promise.all(hits.map((hit) => hit.data()))) {
    const kind = KINDS.has(found.meta.kind) ? found.meta.kind : "page";
    const group = groups.get(kind) ?? [];
    if (group.length < most) group.push(found);
    groups.set(kind, group);
  }
  return [...groups].map(([kind, found]) => ({ kind, found }));
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * @param {string} excerpt Pagefind's, with its `<mark>`
 * @returns {(Node | string)[]}
 */
function marked(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body.childNodes;
  return [...parsed].map((node) =>
    node.nodeName === "MARK" ? element("mark", {}, node.textContent ?? "") : (node.textContent ?? ""),
  );
}

/**
 * @param {Found} found
 * @returns {(Node | string)[]} what stands below a result's title
 */
function below(found) {
  return found.meta.kind === "lesson" ? [found.meta.case ?? ""] : marked(found.excerpt);
}

/** @param {HTMLFormElement} form */
export function attachSearch(form) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const list = element("div", { class: "found", role: "listbox", id: `${input.id}-found`, "aria-label": form.querySelector("label")?.textContent ?? "" });
  const status = element("p", { class: "vh", role: "status" });
  list.hidden = true;
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) {
    input.setAttribute(name, value);
  }
  form.append(list, status);

  let asked = 0;
  let active = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  const options = () => /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll('[role="option"]')]);

  /** @param {boolean} isOpen */
  function show(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    mark(-1);
  }

  /** @param {number} index */
  function mark(index) {
    const all = options();
    active = all.length === 0 ? -1 : index;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === active)));
    if (active < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  }

  /**
   * @param {string} address
   * @param {string} look
   * @param {...(Node | string)} children
   */
  function option(address, look, ...children) {
    const number = list.querySelectorAll('[role="option"]').length;
    return element("a", { class: look, role: "option", tabindex: "-1", id: `${list.id}-${number}`, href: address, "aria-selected": "false" }, ...children);
  }

  /**
   * @param {string} words
   * @param {Group[]} groups
   * @param {number} count
   */
  function fill(words, groups, count) {
    list.replaceChildren();
    for (const { kind, found } of groups) {
      const label = element("div", { class: "grp", role: "presentation" }, WORDS[/** @type {keyof typeof WORDS} */ (kind)]);
      const group = element("div", { role: "group", "aria-label": label.textContent ?? "" }, label);
      list.append(group);
      for (const one of found) {
        group.append(option(one.url, "hit", element("b", {}, one.meta.title ?? one.url), element("span", {}, ...below(one))));
      }
    }
    if (count > 0) list.append(option(addressOfAll(words), "all", say(WORDS.all, { words })));
    else list.append(element("p", { class: "say" }, say(WORDS.none, { words })));
    status.textContent = say(count === 0 ? WORDS.none : count === 1 ? WORDS.one : WORDS.some, { n: count, words });
    show(true);
  }

  async function ask() {
    const words = input.value.trim();
    const mine = ++asked;
    if (words.length < 2) return show(false);
    const index = await pagefind();
    if (mine !== asked) return;
    if (index === null) {
      list.replaceChildren(element("p", { class: "say" }, WORDS.missing), option(new URL("cases/", ROOT).href, "all", WORDS.cases));
      status.textContent = WORDS.missing;
      return show(true);
    }
    const { results } = await index.search(words);
    const groups = await grouped(results.slice(0, MOST_LOADED), MOST_OF_A_KIND);
    if (mine === asked) fill(words, groups, results.length);
  }

  input.addEventListener("focus", () => void pagefind(), { once: true });
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      show(false);
    } else if (event.key === "ArrowDown" && list.hidden) {
      event.preventDefault();
      void ask();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark(active < 0 && step < 0 ? count - 1 : (active + step + count + 1) % (count + 1) === count ? -1 : active + step);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      options()[active].click();
    }
  });
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      show(false);
      input.focus();
    }
  });
  // A click must not take the focus away from the box before it has opened the link.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) show(false);
  });
  form.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) show(false);
  });
  form.addEventListener("submit", () => {
    asked += 1;
    show(false);
  });
}

/**
 * Shows on the page what the address asks for with `?q=`.
 * @param {HTMLElement} place
 */
export async function showResults(place) {
  const words = (new URLSearchParams(location.search).get("q") ?? "").trim();
  if (words === "") return;
  for (const input of document.querySelectorAll('form[data-search] input[name="q"]')) {
    if (!input.closest("header.head")) /** @type {HTMLInputElement} */ (input).value = words;
  }
  const title = element("span", { role: "status" });
  place.replaceChildren(element("h2", {}, title));
  place.hidden = false;
  const index = await pagefind();
  if (index === null) {
    title.textContent = WORDS.missing;
    return;
  }
  const { results } = await index.search(words);
  title.textContent = say(results.length === 0 ? WORDS.none : results.length === 1 ? WORDS.one : WORDS.some, { n: results.length, words });
  let shown = 0;
  const more = element("button", { class: "btn ghost", type: "button" }, WORDS.more);

  async function showMore() {
    const groups = await grouped(results.slice(shown, shown + PAGE), PAGE);
    shown += PAGE;
    more.remove();
    for (const group of groups) append(group);
    if (shown < results.length) place.append(more);
  }

  /** @param {Group} group */
  function append({ kind, found }) {
    const id = `results-${kind}`;
    let rows = document.getElementById(id);
    if (rows === null) {
      rows = element("ul", { id });
      place.append(element("h3", {}, WORDS[/** @type {keyof typeof WORDS} */ (kind)]), rows);
    }
    for (const one of found) {
      const link = element("a", { href: one.url }, one.meta.title ?? one.url);
      rows.append(element("li", {}, link, element("p", {}, ...below(one))));
    }
  }

  more.addEventListener("click", () => void showMore());
  await showMore();
}
