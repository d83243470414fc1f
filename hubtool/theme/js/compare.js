// Cases side by side: the address says which, and each brings its own column.

import { ROOT, element } from "./find/dom.js";

/** @typedef {Record<string, string>} Column what a case says, by the name of the row */

/** @param {HTMLElement} place */
export function attachComparison(place) {
  const table = place.querySelector("table");
  const select = place.querySelector("select");
  const result = place.querySelector("[data-result]");
  if (!table || !select || !(result instanceof HTMLElement)) return;
  const most = Number(place.dataset.most);
  const titles = new Map(
    [...place.querySelectorAll("[data-case]")].map((link) => [link.getAttribute("data-case") ?? "", link.textContent ?? ""]),
  );
  for (const [id, title] of titles) select.append(element("option", { value: id }, title));

  /** @type {Map<string, Promise<Column | null>>} */
  const columns = new Map();
  let asked = 0;

  /** @returns {string[]} the cases that the address names, each once; of very many the first */
  const named = () => [...new Set(new URLSearchParams(location.search).getAll("case"))].slice(0, 3 * most);

  /**
   * @param {string} id
   * @returns {Promise<Column | null>} nothing where there is no such case
   */
  function column(id) {
    const known = columns.get(id);
    if (known) return known;
    const address = new URL(`assets/compare/${id}.json`, ROOT);
    const loading = /^[a-z0-9-]+$/.test(id) ? fetch(address).then((answer) => (answer.ok ? answer.json() : null)) : Promise.resolve(null);
    columns.set(id, loading);
    return loading;
  }

  /** @param {string} text */
  function say(text) {
    const status = place.querySelector("[data-said]");
    if (status) status.textContent = text;
  }

  /** @param {string[]} ids */
  function go(ids) {
    const query = new URLSearchParams(ids.map((id) => ["case", id]));
    history.pushState(null, "", ids.length > 0 ? `?${query}` : location.pathname);
    return show();
  }

  async function show() {
    const mine = ++asked;
    const ids = named();
    const found = await Promise.all(ids.map(column));
    if (mine !== asked) return;
    const chosen = ids.filter((_, place_) => found[place_]).slice(0, most);
    const loaded = found.filter((one) => one !== null).slice(0, most);
    tell(ids.filter((_, place_) => !found[place_]));
    for (const row of table?.rows ?? []) fill(row, chosen, loaded);
    for (const group of table?.querySelectorAll("th[colspan]") ?? []) group.setAttribute("colspan", String(chosen.length + 1));
    if (result instanceof HTMLElement) result.hidden = chosen.length === 0;
    const start = place.querySelector("[data-start]");
    if (start instanceof HTMLElement) start.hidden = chosen.length > 0;
    for (const option of select?.options ?? []) option.disabled = chosen.includes(option.value);
    if (select) {
      select.value = "";
      select.disabled = chosen.length >= most;
    }
    const full = place.querySelector("[data-full]");
    if (full instanceof HTMLElement) full.hidden = chosen.length < most;
  }

  /** @param {string[]} absent ids that lead to no case */
  function tell(absent) {
    const note = place.querySelector("[data-absent]");
    if (!(note instanceof HTMLElement)) return;
    note.hidden = absent.length === 0;
    note.textContent = absent.length > 0 ? (place.dataset.missing ?? "") : "";
  }

  /**
   * @param {HTMLTableRowElement} row
   * @param {string[]} ids
   * @param {Column[]} loaded
   */
  function fill(row, ids, loaded) {
    const { row: name } = row.dataset;
    if (!name) return;
    while (row.cells.length > 1) row.deleteCell(-1);
    loaded.forEach((found, place_) => {
      const cell = element(name === "head" ? "th" : "td", name === "head" ? { scope: "col" } : { "data-of": found.title ?? "" });
      // Made with the site and from its own records, where all of it was escaped.
      cell.append(...new DOMParser().parseFromString(found[name] ?? "", "text/html").body.childNodes);
      if (name === "head") cell.append(remover(ids, place_, found.title ?? ""));
      row.append(cell);
    });
  }

  /**
   * @param {string[]} ids
   * @param {number} index
   * @param {string} title
   */
  function remover(ids, index, title) {
    const words = (place.dataset.remove ?? "").replace("{title}", title);
    const button = element("button", { type: "button", class: "cmp-x", "aria-label": words, title: words }, "×");
    button.addEventListener("click", async () => {
      await go(ids.filter((_, one) => one !== index));
      say((place.dataset.removed ?? "").replace("{title}", title));
      select?.focus();
    });
    return button;
  }

  select.addEventListener("change", async () => {
    const id = select.value;
    if (id === "") return;
    await go([...named(), id]);
    say((await column(id))?.says ?? "");
  });
  place.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => void show());
  void show();
}
