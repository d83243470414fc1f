// A list with its facets: what is asked stands in the address, the list and the counts follow.

import { card } from "./cards.js";
import { ROOT, element, json, part } from "./dom.js";
import { say } from "./words.js";
import { isEmpty, queryOf, stateOf } from "./state.js";
import { inOrder, sift, table as prepared } from "./table.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./table.js").Table} Table
 * @typedef {import("./table.js").Sifted} Sifted
 * @typedef {{ count: number, total: number, ids: string[] }} Result
 */

const LISTS = ["cases", "lessons", "films"];
const PAGE = 24;
const PAUSE = 250; // milliseconds after the last key

/** @param {HTMLElement} root the element with `data-finder` */
export function wake(root) {
  const kind = root.dataset["finder"] ?? "";
  const form = part(root, "form.facets", HTMLFormElement);
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('input[type="checkbox"]')]);
  const wordsBox = wordsInput(root, form);
  const sort = part(root, "[data-sort]", HTMLSelectElement);
  const heading = part(root, "[data-count]", HTMLElement);
  const said = part(root, "[data-said]", HTMLElement);
  const chips = part(root, "[data-chips]", HTMLElement);
  const notes = part(root, "[data-notes]", HTMLElement);
  const plain = part(root, "[data-plain]", HTMLElement);
  const list = part(root, "[data-list]", HTMLElement);
  const more = part(root, "[data-more]", HTMLElement);
  const moreButton = part(more, "button", HTMLButtonElement);
  const usualHeading = heading.textContent ?? "";
  const isUsual = sort.value;
  const relevance = new Option(say("sort-relevance"), "relevance");

  /** @type {Promise<Table> | undefined} */
  let loading;
  /** @type {Uint8Array | null} */
  let within = null;
  let asked = 0;
  /** @type {Result} */
  let result = { count: 0, total: 0, ids: [] };
  /** @type {import("./asking.js").Answer | null} */
  let answer = null;
  let shown = PAGE;
  let taken = -1; // the place of the chip that was taken away

  const known = new Set(boxes.map((box) => `${box.name}=${box.value}`));
  const isKnown = (/** @type {string} */ name, /** @type {string} */ value) => known.has(`${name}=${value}`);

  function table() {
    loading ??= json(new URL(root.dataset["index"] ?? "", document.baseURI).href)
      .then(prepared)
      .then((made) => {
        within = withinOf(made, root.dataset["within"]);
        return made;
      });
    return loading;
  }

  /** @returns {State} */
  function formState() {
    /** @type {Map<string, Set<string>>} */
    const chosen = new Map();
    for (const box of boxes) {
      if (box.checked) chosen.set(box.name, (chosen.get(box.name) ?? new Set()).add(box.value));
    }
    const words = wordsBox?.value.trim() ?? "";
    const usual = words ? "relevance" : isUsual;
    return { words, chosen, sort: sort.value === usual ? "" : sort.value };
  }

  /** @param {State} state */
  function fillForm({ words, chosen, sort: order }) {
    for (const box of boxes) box.checked = chosen.get(box.name)?.has(box.value) ?? false;
    if (wordsBox && wordsBox.value.trim() !== words) wordsBox.value = words;
    offerRelevance(words !== "");
    sort.value = order || (words ? "relevance" : isUsual);
  }

  /** @param {boolean} hasWords */
  function offerRelevance(hasWords) {
    if (hasWords && !relevance.isConnected) {
      sort.prepend(relevance);
      sort.value = "relevance";
    } else if (!hasWords && relevance.isConnected) {
      const was = sort.value;
      relevance.remove();
      if (was === "relevance") sort.value = isUsual;
    }
  }

  /**
   * @param {State} state
   * @param {"push" | "replace"} how
   */
  function go(state, how) {
    const address = `${location.pathname}${queryOf(state)}`;
    shown = PAGE;
    if (`${location.pathname}${location.search}` !== address) {
      history[how === "push" ? "pushState" : "replaceState"](null, "", address);
    }
    void update(state);
  }

  /** @param {State} state */
  async function update(state) {
    const mine = ++asked;
    root.setAttribute("aria-busy", "true");
    try {
      const rows = await table();
      const search = state.words ? await (await import("./asking.js")).ask(kind, state.words) : null;
      if (mine !== asked) return;
      show(rows, state, search);
      await showList(state);
    } catch (error) {
      if (mine !== asked) return;
      notes.replaceChildren(element("p", {}, say("failed")));
      notes.hidden = false;
      console.error(error);
    } finally {
      if (mine === asked) root.removeAttribute("aria-busy");
    }
  }

  /**
   * @param {Table} rows
   * @param {State} state
   * @param {import("./asking.js").Answer | null} search
   */
  function show(rows, state, search) {
    answer = search;
    const base = search?.rows ? both(within, search.rows, rows.ids.length) : within;
    const sifted = sift(rows, state.chosen, base);
    const order = state.sort || (state.words ? "relevance" : isUsual);
    const ids = inOrder(rows, sifted.passes, orderOf(rows, order, search?.rows ?? null));
    result = { count: sifted.count, total: within ? within.reduce((sum, one) => sum + one, 0) : rows.ids.length, ids };
    showCounts(rows, sifted);
    showChips(state);
    showNotes(search);
    showElsewhere(state);
    const isPlain = isEmpty(state);
    heading.textContent = isPlain ? usualHeading : say(result.count === result.total ? kind : `${kind}-of`, { n: result.count, all: result.total });
    tell(heading.textContent);
    if (kind === "cases") void showTake(rows, ids, state);
    root.dispatchEvent(new CustomEvent("found", { detail: { ...result, state } }));
  }

  /**
   * @param {Table} rows
   * @param {Sifted} sifted
   */
  function showCounts(rows, { counts }) {
    for (const box of boxes) {
      const place = rows.facets.get(box.name)?.places.get(box.value);
      const count = (place === undefined ? 0 : counts.get(box.name)?.[place]) ?? 0;
      const item = box.closest("li");
      const shownCount = item?.querySelector(".c");
      const text = String(count);
      if (shownCount && shownCount.textContent !== text) shownCount.textContent = text;
      item?.classList.toggle("z", count === 0);
    }
  }

  /** @param {State} state */
  function showChips(state) {
    const active = boxes.filter((box) => box.checked);
    const made = active.map((box) => chip(box.closest("label")?.querySelector("span")?.textContent ?? box.value, `${box.name}=${box.value}`));
    if (state.words) made.unshift(chip(say("words", { words: state.words }), "q"));
    const inUse = made.length;
    if (inUse > 0) made.push(chip(say("clear"), ""));
    chips.replaceChildren(...made.map((one) => element("li", {}, one)));
    chips.hidden = inUse === 0;
    if (taken >= 0) focusAfter(taken);
    taken = -1;
    const button = root.querySelector("[data-in-use]");
    if (button) button.textContent = active.length ? say("in-use", { n: active.length }) : "";
  }

  /**
   * @param {string} label
   * @param {string} takes what it takes away: `facet=value`, `q`, or everything
   */
  function chip(label, takes) {
    const made = element("button", { class: takes ? "chip on" : "chip", type: "button" });
    made.dataset["takes"] = takes;
    if (takes) {
      made.setAttribute("aria-label", say("remove", { label }));
      made.append(label, element("span", { "aria-hidden": "true" }, "×"));
    } else {
      made.append(label);
    }
    return made;
  }

  /**
   * @param {Table} rows
   * @param {string[]} ids
   * @param {State} state
   */
  async function showTake(rows, ids, state) {
    const { offer } = await import("./take.js");
    offer(part(root, "[data-take]", HTMLElement), { ids, state, feed: root.dataset["feed"], table: rows, columns: columns() });
  }

  function columns() {
    return [...form.querySelectorAll("details.facet")].map((facet) => {
      const inside = /** @type {HTMLInputElement[]} */ ([...facet.querySelectorAll("input")]);
      const labels = new Map(inside.map((box) => [box.value, box.closest("label")?.querySelector("span")?.textContent ?? box.value]));
      return { name: inside[0]?.name ?? "", words: facet.querySelector("summary")?.textContent ?? "", labels };
    });
  }

  /** @param {import("./asking.js").Answer | null} search */
  function showNotes(search) {
    const made = [...(search?.notes ?? [])];
    if (result.count === 0) made.push(element("p", {}, say("none")));
    notes.replaceChildren(...made);
    notes.hidden = made.length === 0;
  }

  /**
   * The same words may stand in lists of other things.
   * @param {State} state
   */
  function showElsewhere({ words }) {
    const place = part(root, "[data-elsewhere]", HTMLElement);
    const links = LISTS.filter((one) => one !== kind).map((one) => {
      const address = new URL(`${one}/`, ROOT);
      address.searchParams.set("q", words);
      return element("a", { href: address.href }, say(`all-${one}`, { words }));
    });
    place.replaceChildren(...(words ? links : []));
    place.hidden = words === "";
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let telling;

  /** @param {string} text */
  function tell(text) {
    clearTimeout(telling);
    telling = setTimeout(() => {
      said.textContent = text;
    }, 400);
  }

  /** @param {State} state */
  async function showList(state) {
    const mine = asked;
    if (isEmpty(state)) {
      list.replaceChildren();
    } else {
      const cards = await cardsOf(result.ids.slice(0, shown));
      if (mine !== asked) return;
      list.replaceChildren(...cards);
    }
    swap(isEmpty(state));
  }

  /**
   * @param {string[]} ids
   * @returns {Promise<Element[]>}
   */
  async function cardsOf(ids) {
    const cards = await Promise.all(
      ids.map(async (id) => {
        const made = await card(id);
        if (made && kind === "films" && answer) await addSaid(made, id);
        return made;
      }),
    );
    return cards.filter((one) => one !== null);
  }

  /**
   * @param {Element} film
   * @param {string} id
   */
  async function addSaid(film, id) {
    const row = (await table()).places.get(id) ?? -1;
    const hits = answer?.hits.get(row) ?? [];
    const said = hits.length ? await (await import("./said.js")).passages(hits) : null;
    if (said) film.append(said);
  }

  /** @param {boolean} isPlain */
  function swap(isPlain) {
    plain.hidden = !isPlain;
    list.hidden = isPlain;
    document.documentElement.classList.toggle("is-sifted", !isPlain);
    const left = isPlain ? 0 : Math.max(0, result.ids.length - shown);
    more.hidden = left === 0;
    moreButton.textContent = say("more", { n: Math.min(PAGE, left) });
  }

  async function showMore() {
    const mine = asked;
    const from = shown;
    shown += PAGE;
    history.replaceState({ shown }, "");
    const made = await cardsOf(result.ids.slice(from, shown));
    if (mine !== asked) return;
    list.append(...made);
    swap(false);
    // The button moves down: whoever pressed it goes on with the first new card.
    const next = made[0]?.querySelector("a[href]");
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  }

  /** @param {string} takes */
  function take(takes) {
    const state = formState();
    if (takes === "q" || takes === "") {
      state.words = "";
      if (state.sort === "relevance" || !state.sort) state.sort = "";
    }
    if (takes === "") {
      state.chosen.clear();
      state.sort = "";
    } else if (takes !== "q") {
      const [name, value] = /** @type {[string, string]} */ (takes.split("=", 2));
      state.chosen.get(name)?.delete(value);
    }
    taken = [...chips.querySelectorAll("button")].findIndex((button) => button.dataset["takes"] === takes);
    fillForm(state);
    go(formState(), "push");
  }

  /**
   * Keeps the place of whoever works with the keyboard: chips are made anew.
   * @param {number} place
   */
  function focusAfter(place) {
    const left = chips.querySelectorAll("button");
    const next = chips.hidden ? heading : (left[Math.min(place, left.length - 1)] ?? heading);
    if (next === heading) heading.tabIndex = -1;
    next.focus({ preventScroll: true });
  }

  function fromAddress() {
    const state = stateOf(location.search, isKnown);
    shown = Number(history.state?.shown) || PAGE;
    fillForm(state);
    void update(formState());
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  function wordsChanged(/** @type {"push" | "replace"} */ how) {
    clearTimeout(waiting);
    offerRelevance((wordsBox?.value.trim() ?? "") !== "");
    go(formState(), how);
  }

  form.addEventListener("change", (event) => {
    if (event.target !== wordsBox) go(formState(), "push");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  wordsBox?.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    wordsChanged("push");
  });
  wordsBox?.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => wordsChanged("replace"), PAUSE);
  });
  sort.addEventListener("change", () => go(formState(), "push"));
  chips.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button) take(button.dataset["takes"] ?? "");
  });
  moreButton.addEventListener("click", () => void showMore());
  notes.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-words]") : null;
    if (!(button instanceof HTMLElement) || !wordsBox) return;
    wordsBox.value = button.dataset["words"] ?? "";
    wordsChanged("push");
    wordsBox.focus();
  });
  addEventListener("popstate", fromAddress);
  fold(root, form);

  if (stateOf(location.search, isKnown).words || !isEmpty(stateOf(location.search, isKnown))) fromAddress();
  else if (boxes.some((box) => box.checked)) go(formState(), "replace");
  else if (root.dataset["within"]) root.addEventListener("pointerover", () => void table(), { once: true });
  else void table().catch(() => undefined);
  root.dataset["awake"] = "";
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement | null} where the words for this list are typed
 */
function wordsInput(root, form) {
  const inside = form.elements.namedItem("q");
  if (inside instanceof HTMLInputElement) return inside;
  const box = document.querySelector("form[data-words] input[name='q']");
  return box instanceof HTMLInputElement && root.contains(form) ? box : null;
}

/**
 * @param {Table} rows
 * @param {string | undefined} text which rows the list keeps to: `{"ids": […]}` or `{"topic": […]}`
 * @returns {Uint8Array | null}
 */
function withinOf(rows, text) {
  if (!text) return null;
  /** @type {Record<string, string[]>} */
  const rule = JSON.parse(text);
  if (rule["ids"]) {
    const passes = new Uint8Array(rows.ids.length);
    for (const id of rule["ids"]) {
      const row = rows.places.get(id);
      if (row !== undefined) passes[row] = 1;
    }
    return passes;
  }
  const chosen = new Map(Object.entries(rule).map(([name, values]) => [name, new Set(values)]));
  return sift(rows, chosen, null).passes;
}

/**
 * @param {Uint8Array | null} within
 * @param {Iterable<number>} found
 * @param {number} size
 */
function both(within, found, size) {
  const passes = new Uint8Array(size);
  for (const row of found) passes[row] = within ? (within[row] ?? 0) : 1;
  return passes;
}

/**
 * @param {Table} rows
 * @param {string} name
 * @param {number[] | null} found
 * @returns {Iterable<number>}
 */
function orderOf(rows, name, found) {
  if (name === "relevance" && found) return found;
  return rows.orders[name] ?? rows.ids.keys();
}

/**
 * On a phone the facets are folded away behind a button.
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 */
function fold(root, form) {
  const button = root.querySelector(".flb");
  button?.addEventListener("click", () => {
    const isOpen = form.classList.toggle("is-open");
    button.setAttribute("aria-expanded", String(isOpen));
  });
}
