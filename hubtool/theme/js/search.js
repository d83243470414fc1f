// The search boxes: a list of suggestions below the box while somebody types (the combobox of the ARIA Authoring Practices).

import { ROOT, element } from "./find/dom.js";
import { marked } from "./find/excerpt.js";
import { say } from "./find/words.js";

/** @typedef {import("./find/suggestions.js").Suggested} Suggested */

const PAUSE = 180; // milliseconds after the last key
const LISTS = ["cases", "lessons", "films"];

/** What finds words is loaded for those who come to look for some. */
const finding = () => import("./find/suggestions.js");

/** @param {HTMLFormElement} form */
export function attachSearch(form) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const list = element("div", { class: "found", role: "listbox", tabindex: "-1", id: `${input.id}-found`, "aria-label": form.querySelector("label")?.textContent ?? "" });
  const status = element("p", { class: "vh", role: "status" });
  list.hidden = true;
  for (const [name, value] of /** @type {[string, string][]} */ ([["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"]])) {
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
    const option = all[active];
    if (!option) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
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
   * @param {string} typed
   * @param {Suggested} found
   */
  function fill(typed, { groups, words, count }) {
    list.replaceChildren();
    if (count > 0 && words !== typed) list.append(element("p", { class: "say" }, say("instead", { words: typed, used: words })));
    for (const { kind, found } of groups) {
      const label = element("div", { class: "grp", role: "presentation" }, say(kind));
      const group = element("div", { role: "group", "aria-label": say(kind) }, label);
      list.append(group);
      for (const one of found) {
        const below = one.isMarked ? marked(one.below) : [one.below];
        group.append(option(one.url, "hit", element("b", {}, one.title), element("span", {}, ...below)));
      }
    }
    if (count === 0) list.append(element("p", { class: "say" }, say("none-found", { words: typed })));
    const all = element("div", { role: "group", "aria-label": say("everywhere"), class: "alls" });
    list.append(all);
    for (const kind of LISTS) all.append(option(addressOf(kind, words), "all", say(`all-${kind}`, { words })));
    const shown = options().length - LISTS.length;
    status.textContent = count === 0 ? say("none-found", { words: typed }) : say("suggested", { n: shown, words });
    show(true);
  }

  async function ask() {
    const words = input.value.trim();
    const mine = ++asked;
    if (words.length < 2) return show(false);
    const found = await (await finding()).suggestions(words);
    if (mine !== asked) return;
    if (found !== null) return fill(words, found);
    list.replaceChildren(element("p", { class: "say" }, say("missing")), option(new URL("cases/", ROOT).href, "all", say("all-of-them")));
    status.textContent = say("missing");
    show(true);
  }

  input.addEventListener("focus", () => void finding().then(({ prepare }) => prepare()), { once: true });
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    const count = options().length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      show(false);
    } else if (event.key === "ArrowDown" && list.hidden) {
      event.preventDefault();
      void ask();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden && count > 0) {
      event.preventDefault();
      // Between the last option and the first one lies the box itself.
      const next = active + (event.key === "ArrowDown" ? 1 : -1);
      mark(next === count ? -1 : next < -1 ? count - 1 : next);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      options()[active]?.click();
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
    clearTimeout(waiting);
    show(false);
  });
}

/**
 * @param {string} kind
 * @param {string} words
 */
function addressOf(kind, words) {
  const address = new URL(`${kind}/`, ROOT);
  address.searchParams.set("q", words);
  return address.href;
}
