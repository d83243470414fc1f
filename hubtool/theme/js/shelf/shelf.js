// The page of a shelf: order, notes and a title; an address that holds it all, and a file to send.

import { loadCard } from "../find/card_list.js";
import { element, fetchJson, requireElement } from "../find/dom.js";
import { parseTable } from "../find/table.js";
import { saveFile } from "../form/drafts.js";
import { packed, unpacked } from "../form/packing.js";
import { attachWays, offerWays } from "../form/send.js";
import { writeYaml } from "../form/yaml_writer.js";
import { citationsOf } from "./citations.js";
import {
  believed,
  collection,
  emptyShelf,
  MOST_CHARACTERS,
  movedEntry,
  parsed,
} from "./contents.js";
import { keep, onOtherTab, ownShelf } from "./keeping.js";

/**
 * @import { Table } from "../find/table.js"
 * @import { Layout } from "../form/yaml_layout.js"
 * @import { Item, Shelf } from "./contents.js"
 */

const LONGEST_ADDRESS = 16_000; // characters: what is longer nobody has shared from here

/** @param {HTMLElement} page */
export async function attachShelf(page) {
  const code = location.hash.slice(1);
  const shared = code && code.length <= LONGEST_ADDRESS ? await opened(code) : null;
  const view = new ShelfView(page, shared);
  await view.show();
  page.dataset.ready = "yes";
}

/**
 * @param {string} code
 * @returns {Promise<Shelf | null>}
 */
async function opened(code) {
  try {
    const shelf = parsed(await unpacked(code));
    return shelf.items.length > 0 ? shelf : null;
  } catch {
    return null;
  }
}

class ShelfView {
  #page;
  /** @type {Record<string, string>} */
  #words;
  #isShared;
  #shelf;
  #list;
  #status;
  #send;
  /** @type {Promise<Layout>} */
  #layout = fetchJson("assets/form/collection.json");

  /**
   * @param {HTMLElement} page
   * @param {Shelf | null} shared
   */
  constructor(page, shared) {
    this.#page = page;
    this.#words = JSON.parse(page.dataset.words ?? "{}");
    this.#isShared = shared !== null;
    this.#shelf = shared ?? ownShelf();
    this.#list = requireElement(page, "[data-items]", HTMLElement);
    this.#status = requireElement(page, "[data-status]", HTMLElement);
    this.#send = requireElement(page, "[data-send]", HTMLElement);
    this.#attach();
    onOtherTab(() => {
      if (this.#isShared) return;
      this.#shelf = ownShelf();
      void this.show();
    });
  }

  #attach() {
    for (const key of /** @type {const} */ (["title", "summary"])) {
      const field = this.#field(key);
      field.maxLength = MOST_CHARACTERS[key];
      field.addEventListener("input", () => this.#change({ [key]: field.value }));
    }
    this.#field("convenor").addEventListener("input", () => void this.#showWays());
    this.#press("[data-empty]", () => this.#replace(emptyShelf()));
    this.#press("[data-adopt]", () => this.#adopt());
    this.#press("[data-copy-address]", () => void this.#copyAddress());
    for (const button of this.#page.querySelectorAll("[data-cite]")) {
      button.addEventListener("click", () => {
        if (button instanceof HTMLElement) void this.#cite(button.dataset.cite ?? "");
      });
    }
    attachWays(this.#send, () => this.#parcel, this.#words);
  }

  #parcel = { title: "", summary: "", name: "shelf.yml", text: "", folder: "collections" };

  /** @param {string} key */
  #field(key) {
    return /** @type {HTMLInputElement} */ (
      requireElement(this.#page, `[name=${key}]`, HTMLElement)
    );
  }

  /**
   * @param {string} selector
   * @param {() => void} act
   */
  #press(selector, act) {
    requireElement(this.#page, selector, HTMLButtonElement).addEventListener("click", act);
  }

  async show() {
    const isEmpty = this.#shelf.items.length === 0;
    requireElement(this.#page, "[data-filled]", HTMLElement).hidden = isEmpty;
    requireElement(this.#page, "[data-none]", HTMLElement).hidden = !isEmpty;
    requireElement(this.#page, "[data-shared]", HTMLElement).hidden = !this.#isShared;
    requireElement(this.#page, "[data-own]", HTMLElement).hidden = this.#isShared;
    this.#field("title").value = this.#shelf.title;
    this.#field("summary").value = this.#shelf.summary;
    const rows = this.#shelf.items.map((item, index) => this.#row(item, index));
    this.#list.replaceChildren(...(await Promise.all(rows)));
    await this.#showWays();
  }

  /**
   * @param {Item} item
   * @param {number} index
   */
  async #row(item, index) {
    const id = `note-${index}`;
    const note = element("textarea", { id, rows: "2", maxlength: `${MOST_CHARACTERS.note}` });
    note.value = item.note;
    note.addEventListener("input", () => {
      const { items } = this.#shelf;
      this.#change({
        items: items.map((other, at) => (at === index ? { ...other, note: note.value } : other)),
      });
    });
    const label = element("label", { for: id }, this.#words.note);
    const moves = element(
      "p",
      { class: "shelf-moves" },
      this.#mover(index, index - 1, this.#words.up),
      this.#mover(index, index + 1, this.#words.down),
      this.#remover(index),
    );
    return element("li", {}, await card(item, this.#words.gone), label, note, moves);
  }

  /**
   * @param {number} from
   * @param {number} to
   * @param {string} words
   */
  #mover(from, to, words) {
    const button = element("button", { type: "button", class: "button ghost" }, words);
    button.disabled = to < 0 || to >= this.#shelf.items.length;
    button.addEventListener("click", async () => {
      this.#change({ items: movedEntry(this.#shelf.items, from, to) });
      await this.show();
      this.#status.textContent = this.#words.moved.replace("{n}", `${to + 1}`);
      const row = this.#list.children[to];
      const again = row?.querySelectorAll("button")[to < from ? 0 : 1];
      const next = again?.disabled ? row?.querySelector("button:enabled") : again;
      if (next instanceof HTMLElement) next.focus();
    });
    return button;
  }

  /** @param {number} index */
  #remover(index) {
    const button = element("button", { type: "button", class: "button ghost" }, this.#words.off);
    button.addEventListener("click", async () => {
      this.#change({ items: this.#shelf.items.filter((_, at) => at !== index) });
      await this.show();
      this.#status.textContent = this.#words.taken;
      const next = this.#list.querySelector("textarea") ?? this.#page.querySelector("a.button");
      if (next instanceof HTMLElement) next.focus();
    });
    return button;
  }

  /** @param {Partial<Shelf>} changes */
  #change(changes) {
    this.#shelf = believed({ ...this.#shelf, ...changes });
    if (!(this.#isShared || keep(this.#shelf))) this.#status.textContent = this.#words.unkept;
    void this.#showWays();
  }

  /** @param {Shelf} shelf */
  #replace(shelf) {
    this.#shelf = shelf;
    keep(shelf);
    void this.show();
  }

  #adopt() {
    const own = ownShelf();
    const { title, summary, items } = this.#shelf;
    this.#isShared = false;
    history.replaceState(null, "", location.pathname);
    this.#replace(
      believed({
        title: own.title || title,
        summary: own.summary || summary,
        items: [...own.items, ...items],
      }),
    );
  }

  async #address() {
    const code = await packed(JSON.stringify(this.#shelf));
    return code === null ? "" : `${location.origin}${location.pathname}#${code}`;
  }

  async #copyAddress() {
    try {
      await navigator.clipboard.writeText(await this.#address());
      this.#status.textContent = this.#words.copied;
    } catch {
      this.#status.textContent = this.#words["not-copied"];
    }
  }

  /** @param {string} ending */
  async #cite(ending) {
    const cases = new Set(this.#shelf.items.map((item) => item.address.split("#")[0]));
    try {
      saveFile(`shelf.${ending}`, await citationsOf([...cases], ending));
    } catch {
      this.#status.textContent = this.#words["not-cited"];
    }
  }

  async #showWays() {
    const address = await this.#address();
    requireElement(this.#page, "[data-address]", HTMLElement).textContent = address;
    const size = this.#words.size.replace("{n}", `${address.length}`);
    requireElement(this.#page, "[data-size]", HTMLElement).textContent = size;
    const { title, summary, items } = this.#shelf;
    const convenor = this.#field("convenor").value;
    const isReady = [title, summary, convenor, ...items.map((item) => item.note)].every(
      (words) => words.trim() !== "",
    );
    this.#send.hidden = !isReady;
    requireElement(this.#page, "[data-not-ready]", HTMLElement).hidden = isReady;
    if (!isReady) return;
    const data = collection(this.#shelf, convenor);
    const text = writeYaml(data, "Collection", await this.#layout);
    this.#parcel = { title, summary, name: `${slug(title)}.yml`, text, folder: "collections" };
    await offerWays(this.#send, this.#parcel, this.#words);
  }
}

/** @param {string} text */
function slug(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 60)
      .replace(/^-|-$/g, "") || "shelf"
  );
}

/** @type {Map<string, Promise<Table>>} the lists of the site by their kinds */
const tables = new Map();

/**
 * @param {string} kind of a list
 * @returns {Promise<Table>}
 */
function tableOf(kind) {
  const table = tables.get(kind) ?? fetchJson(`assets/find/${kind}.json`).then(parseTable);
  tables.set(kind, table);
  return table;
}

/**
 * @param {Item} item
 * @param {string} gone what to say where the site does not have it
 * @returns {Promise<Node>} its card, as lists show it
 */
async function card({ kind, address }, gone) {
  const missing = element("p", { class: "notice" }, `${gone} (${address})`);
  try {
    const table = await tableOf(`${kind}s`);
    if (!table.rowOf.has(address)) return missing;
    return (await loadCard(`${kind}s`, table, address)) ?? missing;
  } catch {
    return missing;
  }
}
