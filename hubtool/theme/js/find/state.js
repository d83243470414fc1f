// What a reader asks of a list, and the address that says it: ?q=…&theme=…&theme=…&sort=…

/**
 * @typedef {Map<string, Set<string>>} Chosen the values chosen of each facet: one of them is enough
 * @typedef {{ words: string, chosen: Chosen, sort: string }} State
 * `sort` is empty where the usual order is meant
 */

/**
 * @param {string} query the part of an address from `?` on
 * @param {(facet: string, value: string) => boolean} isKnown
 * @returns {State} without the values that are not known
 */
export function parseState(query, isKnown) {
  const parameters = new URLSearchParams(query);
  /** @type {Chosen} */
  const chosen = new Map();
  for (const [facet, value] of parameters) {
    if (isKnown(facet, value)) addValue(chosen, facet, value);
  }
  const words = (parameters.get("q") ?? "").trim();
  return { words, chosen, sort: parameters.get("sort") ?? "" };
}

/**
 * @param {State} state
 * @returns {string} `?…`, the same for the same state; empty where nothing is asked
 */
export function queryString({ words, chosen, sort }) {
  const parameters = new URLSearchParams();
  if (words) parameters.set("q", words);
  for (const facet of [...chosen.keys()].sort()) {
    for (const value of [...(chosen.get(facet) ?? [])].sort()) parameters.append(facet, value);
  }
  if (sort) parameters.set("sort", sort);
  const query = parameters.toString();
  return query ? `?${query}` : "";
}

/** @param {State} state */
export function isEmpty({ words, chosen, sort }) {
  return words === "" && sort === "" && [...chosen.values()].every((values) => values.size === 0);
}

/**
 * @param {State} state
 * @param {string} part `facet=value`, `q` for the words, or empty for everything
 * @returns {State} the state without this part
 */
export function withoutPart({ words, chosen, sort }, part) {
  if (part === "") return { words: "", chosen: new Map(), sort: "" };
  if (part === "q") return { words: "", chosen, sort: sort === "relevance" ? "" : sort };
  const [facet = "", value = ""] = part.split("=", 2);
  const values = new Set(chosen.get(facet));
  values.delete(value);
  return { words, chosen: new Map([...chosen, [facet, values]]), sort };
}

/**
 * @param {Chosen} chosen
 * @param {string} facet
 * @param {string} value
 */
export function addValue(chosen, facet, value) {
  chosen.set(facet, (chosen.get(facet) ?? new Set()).add(value));
}
