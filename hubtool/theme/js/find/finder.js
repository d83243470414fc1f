// A list with its facets: what is asked stands in the address, the list and the counts follow.

import { chipsOf, without } from "./chips.js";
import { ROOT, element, json, part } from "./dom.js";
import { formOf } from "./form.js";
import { both, orderOf, withinOf } from "./rows.js";
import { isEmpty, queryOf, stateOf } from "./state.js";
import { inOrder, sift, table as prepared } from "./table.js";
import { say } from "./words.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./table.js").Table} Table
 * @typedef {import("./asking.js").Answer} Answer
 *
 * @typedef {{
 *   ids: string[], passes: Uint8Array, hitsOn: (id: string) => import("./indexes.js").Hit[], isCurrent: () => boolean,
 * }} Result
 * what was found in the order asked for, and as a sign for every row; `isCurrent` until something else is asked
 *
 * @typedef {{
 *   ready: () => Promise<unknown>,
 *   told: (count: string, passes: Uint8Array) => string,
 *   show: (result: Result | null) => Promise<void>,
 *   begin: () => void,
 *   goOn: () => void,
 * }} View
 * shows what was found: `ready` when it can, `told` is how many there are in its words, `show` gets null where nothing
 * is asked; of a long list it begins with the first, or goes on with as many as were there
 */

const LISTS = ["cases", "lessons", "films"];
const PAUSE = 250; // milliseconds after the last key

/** @param {HTMLElement} root the element with `data-finder` */
export async function wake(root) {
  const kind = root.dataset["finder"] ?? "";
  const { view: viewOf } = await (root.dataset["places"] ? import("./place_list.js") : import("./card_list.js"));
  const view = viewOf(root);
  const asked = formOf(root);
  const heading = part(root, "[data-count]", HTMLElement);
  const notes = part(root, "[data-notes]", HTMLElement);
  const chips = chipsOf(root, heading, take);
  const tell = teller(part(root, "[data-said]", HTMLElement));
  const others = otherViews(root);
  const usualHeading = heading.textContent ?? "";

  /** @type {Promise<Table> | undefined} */
  let loading;
  /** @type {Uint8Array | null} */
  let within = null;
  let questions = 0;
  let { search: seen, hash } = location;

  function table() {
    loading ??= json(new URL(root.dataset["index"] ?? "", document.baseURI).href)
      .then(prepared)
      .then((made) => {
        within = withinOf(made, root.dataset["within"]);
        return made;
      });
    return loading;
  }

  /** @param {State} state */
  const isPlain = (state) => isEmpty(asked.sorting.isShown ? state : { ...state, sort: "" });

  /**
   * @param {State} state
   * @param {"push" | "replace"} how
   */
  function go(state, how) {
    const address = `${location.pathname}${queryOf(state)}`;
    view.begin();
    if (`${location.pathname}${location.search}` !== address) {
      history[how === "push" ? "pushState" : "replaceState"](null, "", address);
    }
    void update(state);
  }

  /** @param {State} state */
  async function update(state) {
    const mine = ++questions;
    const isCurrent = () => mine === questions;
    ({ search: seen, hash } = location);
    root.setAttribute("aria-busy", "true");
    others.follow(state);
    try {
      const [rows] = await Promise.all([table(), view.ready()]);
      const search = state.words ? await (await import("./asking.js")).ask(kind, state.words) : null;
      if (!isCurrent()) return;
      const result = { ...show(rows, state, search), isCurrent };
      await view.show(isPlain(state) ? null : result);
      if (isCurrent()) document.documentElement.classList.toggle("is-sifted", !isPlain(state));
    } catch (error) {
      if (!isCurrent()) return;
      showNotes([element("p", {}, say("failed"))]);
      console.error(error);
    } finally {
      if (isCurrent()) {
        root.removeAttribute("aria-busy");
        uncover();
      }
    }
  }

  /**
   * @param {Table} rows
   * @param {State} state
   * @param {Answer | null} search
   */
  function show(rows, state, search) {
    const base = search?.rows ? both(within, search.rows, rows.ids.length) : within;
    const sifted = sift(rows, state.chosen, base);
    const order = state.sort || (state.words ? "relevance" : asked.sorting.usual);
    const ids = inOrder(rows, sifted.passes, orderOf(rows, order, search?.rows ?? null));
    const total = within ? within.reduce((sum, one) => sum + one, 0) : rows.ids.length;
    asked.showCounts(rows, sifted);
    chips.show(state.words, asked.checked());
    showNotes([...(search?.notes ?? []), ...(sifted.count === 0 ? [element("p", {}, say("none"))] : [])]);
    showElsewhere(state);
    const count = say(sifted.count === total ? kind : `${kind}-of`, { n: sifted.count, all: total });
    heading.textContent = isPlain(state) ? usualHeading : view.told(count, sifted.passes);
    tell(heading.textContent);
    if (kind === "cases") void offerFiles(rows, ids, state);
    root.dispatchEvent(new CustomEvent("found", { detail: { count: sifted.count, total, ids, state } }));
    const hitsOn = (/** @type {string} */ id) => search?.hits.get(rows.places.get(id) ?? -1) ?? [];
    return { ids, passes: sifted.passes, hitsOn };
  }

  /**
   * @param {Table} rows
   * @param {string[]} ids
   * @param {State} state
   */
  async function offerFiles(rows, ids, state) {
    const { offer } = await import("./take.js");
    offer(part(root, "[data-take]", HTMLElement), { ids, state, feed: root.dataset["feed"], table: rows, columns: asked.columns() });
  }

  /** @param {Node[]} made */
  function showNotes(made) {
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

  /** @param {string} takes */
  function take(takes) {
    asked.fill(without(asked.state(), takes));
    go(asked.state(), "push");
  }

  function fromAddress() {
    view.goOn();
    asked.fill(stateOf(location.search, asked.isKnown));
    void update(asked.state());
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  function wordsChanged(/** @type {"push" | "replace"} */ how) {
    clearTimeout(waiting);
    asked.offerRelevance();
    go(asked.state(), how);
  }

  asked.form.addEventListener("change", (event) => {
    if (event.target !== asked.words) go(asked.state(), "push");
  });
  asked.form.addEventListener("submit", (event) => event.preventDefault());
  asked.words?.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    wordsChanged("push");
  });
  asked.words?.addEventListener("input", () => {
    clearTimeout(waiting);
    asked.offerRelevance(); // at once: an order that is chosen meanwhile stays
    waiting = setTimeout(() => wordsChanged("replace"), PAUSE);
  });
  asked.sorting.onChange(() => go(asked.state(), "push"));
  notes.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-words]") : null;
    if (!(button instanceof HTMLElement) || !asked.words) return;
    asked.words.value = button.dataset["words"] ?? "";
    wordsChanged("push");
    asked.words.focus();
  });
  addEventListener("popstate", () => {
    const isJump = location.search === seen && location.hash !== hash; // to another part of the same list
    hash = location.hash;
    if (!isJump) fromAddress();
  });

  if (!isEmpty(stateOf(location.search, asked.isKnown))) fromAddress();
  else if (asked.checked().length > 0) go(asked.state(), "replace");
  else {
    uncover();
    void view.show(null);
    if (root.dataset["within"]) root.addEventListener("pointerover", () => void table(), { once: true });
    else void table().catch(() => undefined);
  }
  root.dataset["awake"] = "";
}

/** Lets the list be seen: until now it was not known which. */
function uncover() {
  document.documentElement.classList.remove("is-asked");
}

/** @param {HTMLElement} said is read out when it changes */
function teller(said) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  return (/** @type {string} */ text) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      said.textContent = text;
    }, 400);
  };
}

/**
 * The links to other ways of showing the same, which take along what is asked.
 * @param {HTMLElement} root
 */
function otherViews(root) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...root.querySelectorAll("a[data-other]")]);
  return {
    /** @param {State} state */
    follow(state) {
      for (const link of links) link.search = queryOf(state);
    },
  };
}
