// What was found as a list of cards.

import { card } from "./cards.js";
import { listsOf } from "./lists.js";

/** @typedef {import("./finder.js").View} View */

const PAGE = 24;

/**
 * @param {HTMLElement} root
 * @returns {View}
 */
export function view(root) {
  const lists = listsOf(root, PAGE);
  const isFilms = root.dataset["finder"] === "films";
  /** @type {import("./finder.js").Result | null} */
  let result = null;

  /**
   * @param {import("./finder.js").Result} found
   * @param {number} from
   * @returns {Promise<Element[]>}
   */
  async function cardsOf({ ids, hitsOn }, from) {
    const cards = await Promise.all(
      ids.slice(from, lists.shown()).map(async (id) => {
        const made = await card(id);
        if (made && isFilms) await addSaid(made, hitsOn(id));
        return made;
      }),
    );
    return cards.filter((one) => one !== null);
  }

  lists.button.addEventListener("click", async () => {
    const found = result;
    if (!found) return;
    const made = await cardsOf(found, lists.further());
    if (!found.isCurrent()) return;
    lists.list.append(...made);
    lists.swap(found.ids.length);
    // The button moves down: whoever pressed it goes on with the first new card.
    const next = made[0]?.querySelector("a[href]");
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  });

  return {
    ready: () => Promise.resolve(),
    told: (count) => count,
    begin: lists.begin,
    goOn: lists.goOn,
    async show(found) {
      result = found;
      const cards = found ? await cardsOf(found, 0) : [];
      if (found && !found.isCurrent()) return;
      lists.list.replaceChildren(...cards);
      lists.swap(found ? found.ids.length : null);
    },
  };
}

/**
 * @param {Element} film
 * @param {import("./indexes.js").Hit[]} hits
 */
async function addSaid(film, hits) {
  const said = hits.length ? await (await import("./said.js")).passages(hits) : null;
  if (said) film.append(said);
}
