// Cases side by side: the address names them, and each brings its own column.

import { element, findElement, ROOT, requireElement } from "./find/dom.js";

/**
 * @typedef {Record<string, string>} Column what a case says, by the name of the row
 * @typedef {{ id: string, column: Column }} Case
 */

/** @type {Map<number, Promise<Record<string, Column>>>} columns by case, by number of file */
const files = new Map();

/**
 * @param {string} id of a case
 * @param {number} count of the files with columns
 * @returns {number} that of the file with the column of the case, as the build reckons it
 */
export function fileNumber(id, count) {
  const sum = [...id].reduce((total, sign) => (31 * total + sign.charCodeAt(0)) % 65521, 0);
  return sum % count;
}

/** @param {HTMLElement} root the element with `data-compare` */
export function attachComparison(root) {
  new Comparison(root).start();
}

class Comparison {
  #root;
  #table;
  #select;
  #result;
  #most;
  /** How many requests there were: an answer to an earlier one is dropped. */
  #requests = 0;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#table = requireElement(root, "table", HTMLTableElement);
    this.#select = requireElement(root, "select", HTMLSelectElement);
    this.#result = requireElement(root, "[data-result]", HTMLElement);
    this.#most = Number(root.dataset.most);
  }

  start() {
    for (const link of this.#root.querySelectorAll("[data-case]")) {
      const value = link.getAttribute("data-case") ?? "";
      this.#select.append(element("option", { value }, link.textContent ?? ""));
    }
    this.#select.addEventListener("change", () => void this.#add(this.#select.value));
    const form = this.#root.querySelector("form");
    form?.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => void this.#show());
    void this.#show();
  }

  /** @returns {string[]} the cases that the address names, each once; of very many the first */
  #namedIds() {
    const ids = new URLSearchParams(location.search).getAll("case");
    return [...new Set(ids)].slice(0, 3 * this.#most);
  }

  /** @param {string} id */
  async #add(id) {
    if (id === "") return;
    await this.#go([...this.#namedIds(), id]);
    this.#announce((await this.#column(id))?.says ?? "");
  }

  /**
   * @param {string[]} ids that remain
   * @param {string} title of the case that was removed
   */
  async #removeAllBut(ids, title) {
    await this.#go(ids);
    this.#announce((this.#root.dataset.removed ?? "").replace("{title}", title));
    this.#select.focus();
  }

  /** @param {string[]} ids */
  #go(ids) {
    const query = new URLSearchParams(ids.map((id) => ["case", id]));
    history.pushState(null, "", ids.length > 0 ? `?${query}` : location.pathname);
    return this.#show();
  }

  async #show() {
    this.#requests += 1;
    const request = this.#requests;
    const ids = this.#namedIds();
    const columns = await Promise.all(ids.map((id) => this.#column(id)));
    if (request !== this.#requests) return;
    const known = ids.flatMap((id, index) => {
      const column = columns[index];
      return column ? [{ id, column }] : [];
    });
    const cases = known.slice(0, this.#most);
    this.#showMissing(known.length < ids.length);
    for (const row of this.#table.rows) this.#fillRow(row, cases);
    for (const heading of this.#table.querySelectorAll("th[colspan]")) {
      heading.setAttribute("colspan", String(cases.length + 1));
    }
    this.#result.hidden = cases.length === 0;
    this.#hide("[data-start]", cases.length > 0);
    document.documentElement.classList.remove("is-asked");
    this.#showChoices(cases);
  }

  /**
   * @param {string} id
   * @returns {Promise<Column | null>} null where there is no such case
   */
  #column(id) {
    return loadColumn(id, Number(this.#root.dataset.files));
  }

  /** @param {boolean} isMissing whether an id of the address leads to no case */
  #showMissing(isMissing) {
    const note = this.#hide("[data-absent]", !isMissing);
    if (note) note.textContent = isMissing ? (this.#root.dataset.missing ?? "") : "";
  }

  /** @param {Case[]} cases */
  #showChoices(cases) {
    const ids = cases.map(({ id }) => id);
    for (const option of this.#select.options) option.disabled = ids.includes(option.value);
    this.#select.value = "";
    this.#select.disabled = cases.length >= this.#most;
    this.#hide("[data-full]", cases.length < this.#most);
  }

  /**
   * @param {HTMLTableRowElement} row
   * @param {Case[]} cases
   */
  #fillRow(row, cases) {
    const name = row.dataset.row;
    if (!name) return;
    while (row.cells.length > 1) row.deleteCell(-1);
    for (const { id, column } of cases) {
      const cell = cellOf(name, column);
      if (name === "head") {
        const others = cases.map((each) => each.id).filter((other) => other !== id);
        cell.append(this.#removeButton(others, column.title ?? ""));
      }
      row.append(cell);
    }
  }

  /**
   * @param {string[]} others the ids of the cases that remain
   * @param {string} title
   */
  #removeButton(others, title) {
    const label = (this.#root.dataset.remove ?? "").replace("{title}", title);
    const attributes = { class: "comparison-remove", "aria-label": label, title: label };
    const button = element("button", { type: "button", ...attributes }, "×");
    button.addEventListener("click", () => void this.#removeAllBut(others, title));
    return button;
  }

  /** @param {string} text is read out */
  #announce(text) {
    const status = this.#root.querySelector("[data-said]");
    if (status) status.textContent = text;
  }

  /**
   * @param {string} selector
   * @param {boolean} isHidden
   * @returns {HTMLElement | null}
   */
  #hide(selector, isHidden) {
    const part = findElement(this.#root, selector);
    if (part) part.hidden = isHidden;
    return part;
  }
}

/**
 * @param {string} id
 * @param {number} count of the files
 * @returns {Promise<Column | null>}
 */
async function loadColumn(id, count) {
  const number = fileNumber(id, count);
  let file = files.get(number);
  if (!file) {
    file = loadFile(number);
    files.set(number, file);
  }
  const columns = await file;
  return Object.hasOwn(columns, id) ? (columns[id] ?? null) : null;
}

/**
 * @param {number} number
 * @returns {Promise<Record<string, Column>>}
 */
async function loadFile(number) {
  const response = await fetch(new URL(`assets/compare/${number}.json`, ROOT));
  return response.ok ? response.json() : {};
}

/**
 * @param {string} name of the row
 * @param {Column} column
 */
function cellOf(name, column) {
  const title = column.title ?? "";
  const cell =
    name === "head" ? element("th", { scope: "col" }) : element("td", { "data-of": title });
  // Built with the site and from its own records, where all of it was escaped.
  const { body } = new DOMParser().parseFromString(column[name] ?? "", "text/html");
  cell.append(...body.childNodes);
  return cell;
}
