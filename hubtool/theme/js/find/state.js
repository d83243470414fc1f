// What somebody asks of a list, and the address that says it: ?q=…&theme=…&theme=…&sort=…

/**
 * @typedef {{ words: string, chosen: Map<string, Set<string>>, sort: string }} State
 * `sort` is empty where the usual order is meant
 */

/**
 * @param {string} query the part of an address from `?` on
 * @param {(facet: string, value: string) => boolean} isKnown
 * @returns {State} what is not known is passed over
 */
export function stateOf(query, isKnown) {
  const said = new URLSearchParams(query);
  /** @type {Map<string, Set<string>>} */
  const chosen = new Map();
  for (const [name, value] of said) {
    if (isKnown(name, value)) chosen.set(name, (chosen.get(name) ?? new Set()).add(value));
  }
  return { words: (said.get("q") ?? "").trim(), chosen, sort: said.get("sort") ?? "" };
}

/**
 * @param {State} state
 * @returns {string} `?…`, the same for the same state; empty where nothing is asked
 */
export function queryOf({ words, chosen, sort }) {
  const said = new URLSearchParams();
  if (words) said.set("q", words);
  for (const name of [...chosen.keys()].sort()) {
    for (const value of [...(chosen.get(name) ?? [])].sort()) said.append(name, value);
  }
  if (sort) said.set("sort", sort);
  const query = said.toString();
  return query ? `?${query}` : "";
}

/** @param {State} state */
export function isEmpty({ words, chosen, sort }) {
  return words === "" && sort === "" && [...chosen.values()].every((values) => values.size === 0);
}
