// The page of a shelf: order, notes and a title; an address that holds it all, and a file to send.

import { copyText } from "../find/clipboard.js";
import { fetchJson, requireElement } from "../find/dom.js";
import { saveFile } from "../form/drafts.js";
import { packed } from "../form/packing.js";
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
import { shownShelf } from "./opening.js";
import { shelfRows } from "./rows.js";

/**
 * @import { Layout } from "../form/yaml_layout.js"
 * @import { Shelf } from "./contents.js"
 */

const FIELDS = /** @type {const} */ (["title", "summary", "questions"]);
const LARGEST_FILE = 200_000; // bytes: a shelf with all its notes is smaller

/** @param {HTMLElement} page */
export async function attachShelf(page) {
  const shown = await shownShelf();
  const view = new ShelfView(page, shown);
  await view.show();
  if (shown.isDamaged) view.tellDamage();
  page.dataset.ready = "yes";
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
  #undo;
  /** @type {Promise<Layout>} */
  #layout = fetchJson("assets/form/collection.json");

  /**
   * @param {HTMLElement} page
   * @param {{ shelf: Shelf, isShared: boolean }} shown
   */
  constructor(page, { shelf, isShared }) {
    this.#page = page;
    this.#words = JSON.parse(page.dataset.words ?? "{}");
    this.#isShared = isShared;
    this.#shelf = shelf;
    this.#list = requireElement(page, "[data-items]", HTMLElement);
    this.#status = requireElement(page, "[data-status]", HTMLElement);
    this.#send = requireElement(page, "[data-send]", HTMLElement);
    this.#undo = requireElement(page, "[data-undo]", HTMLButtonElement);
    this.#attach();
    onOtherTab(() => {
      if (this.#isShared) return;
      this.#shelf = ownShelf();
      void this.show();
    });
  }

  #attach() {
    for (const key of FIELDS) {
      const field = this.#field(key);
      field.maxLength = MOST_CHARACTERS[key];
      field.addEventListener("input", () => this.#change({ [key]: field.value }));
    }
    this.#field("convenor").addEventListener("input", () => void this.#showWays());
    this.#press("[data-empty]", () => void this.#replace(emptyShelf(), this.#words.emptied));
    this.#press("[data-save-shelf]", () => saveFile("shelf.json", JSON.stringify(this.#shelf)));
    for (const field of this.#page.querySelectorAll("[data-open-shelf]")) {
      field.addEventListener("change", () => {
        if (field instanceof HTMLInputElement) void this.#open(field);
      });
    }
    this.#press("[data-adopt]", () => this.#adopt());
    this.#press(
      "[data-copy-address]",
      () => void copyText(this.#address(), this.#status, this.#words),
    );
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
    for (const key of FIELDS) this.#field(key).value = this.#shelf[key];
    const rows = await shelfRows(this.#shelf.items, this.#words, {
      note: (index, note) => this.#note(index, note),
      move: (from, to) => void this.#move(from, to),
      remove: (index) => void this.#remove(index),
    });
    this.#list.replaceChildren(...rows);
    await this.#showWays();
  }

  /**
   * @param {number} index
   * @param {string} note
   */
  #note(index, note) {
    const { items } = this.#shelf;
    this.#change({ items: items.map((item, at) => (at === index ? { ...item, note } : item)) });
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  async #move(from, to) {
    this.#change({ items: movedEntry(this.#shelf.items, from, to) });
    await this.show();
    this.#tell(this.#words.moved.replace("{n}", `${to + 1}`));
    const row = this.#list.children[to];
    const again = row?.querySelectorAll("button")[to < from ? 0 : 1];
    const next = again?.disabled ? row?.querySelector("button:enabled") : again;
    if (next instanceof HTMLElement) next.focus();
  }

  /** @param {number} index */
  #remove(index) {
    const items = this.#shelf.items.filter((_, at) => at !== index);
    return this.#replace({ ...this.#shelf, items }, this.#words.taken);
  }

  tellDamage() {
    this.#tell(this.#words.damaged);
  }

  /** @param {string} words */
  #tell(words) {
    this.#status.textContent = words;
    this.#undo.hidden = true;
  }

  /** @param {Partial<Shelf>} changes */
  #change(changes) {
    this.#shelf = believed({ ...this.#shelf, ...changes });
    if (!(this.#isShared || keep(this.#shelf))) this.#status.textContent = this.#words.unkept;
    void this.#showWays();
  }

  /**
   * Takes another shelf in place of this one, and offers to undo it.
   *
   * @param {Shelf} shelf
   * @param {string} words what happened
   */
  async #replace(shelf, words) {
    const before = this.#shelf;
    this.#change(shelf);
    await this.show();
    this.#tell(words);
    this.#undo.hidden = false;
    this.#undo.focus();
    this.#undo.onclick = async () => {
      this.#change(before);
      await this.show();
      this.#tell(this.#words.undone);
      const next = this.#list.querySelector("textarea") ?? this.#page.querySelector("a.button");
      if (next instanceof HTMLElement) next.focus();
    };
  }

  /** @param {HTMLInputElement} field */
  async #open(field) {
    const file = field.files?.[0];
    const shelf = file && file.size <= LARGEST_FILE ? parsed(await file.text()) : emptyShelf();
    field.value = "";
    if (shelf.items.length === 0) this.#tell(this.#words["not-opened"]);
    else await this.#replace(shelf, this.#words.opened);
  }

  #adopt() {
    const own = ownShelf();
    const { title, summary, questions, items } = this.#shelf;
    this.#isShared = false;
    history.replaceState(null, "", location.pathname);
    this.#change({
      title: own.title || title,
      summary: own.summary || summary,
      questions: own.questions || questions,
      items: [...own.items, ...items],
    });
    void this.show();
  }

  async #address() {
    const code = await packed(JSON.stringify(this.#shelf));
    return code === null ? "" : `${location.origin}${location.pathname}#${code}`;
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
    for (const link of this.#page.querySelectorAll("a[data-paper-link]")) {
      // A shared shelf is in the address alone.
      const hash = this.#isShared && address ? new URL(address).hash : "";
      /** @type {HTMLAnchorElement} */ (link).hash = hash;
    }
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
