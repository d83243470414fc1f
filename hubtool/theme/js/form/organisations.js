// Organisations that the hub knows: suggested where a body is named, and then named by their ids.

import { element, fetchJson } from "../find/dom.js";
import { isMapping } from "./record.js";

/**
 * @import { Data } from "./record.js"
 *
 * @typedef {{ names: string[], kind?: string }} Organisation its label is the first of its names
 */

const SUGGESTED = "input[data-find=organisation], input[data-suggest=organisation]";

/** @type {Record<string, Organisation>} */
let organisations = {};

/** @type {Map<string, string>} */
const ids = new Map();

/** @type {Promise<void> | undefined} */
let loading;

/**
 * Suggests organisations in *form* from the first time that one may be named.
 *
 * @param {HTMLFormElement} form
 */
export function attachOrganisations(form) {
  form.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches(SUGGESTED)) {
      const isName = "suggest" in target.dataset;
      void loadOrganisations(form);
      target.setAttribute("list", isName ? "organisation-names" : "organisation-ids");
    }
  });
}

/**
 * @param {HTMLFormElement} form
 * @returns {Promise<void>}
 */
export function loadOrganisations(form) {
  loading ??= load(form);
  return loading;
}

/**
 * @param {string} id
 * @returns {Organisation | undefined} undefined also before they are loaded
 */
export function organisation(id) {
  return organisations[id];
}

/** @param {HTMLFormElement} form */
async function load(form) {
  organisations = await fetchJson("assets/form/organisations.json").catch(() => ({}));
  const rows = Object.entries(organisations);
  for (const [id, { names }] of rows) for (const name of names) ids.set(name.toLowerCase(), id);
  const named = rows.map(([, { names }]) => element("option", { value: names[0] }));
  const numbered = rows.map(([id, { names }]) => element("option", { value: id }, names[0]));
  form.append(
    element("datalist", { id: "organisation-names" }, ...named),
    element("datalist", { id: "organisation-ids" }, ...numbered),
  );
}

/**
 * @param {Data} record of a new case
 * @returns {Data} the same; a partner or funder that the hub knows is named by its id
 */
export function withOrganisations(record) {
  const changed = { ...record };
  for (const key of ["partners", "funders"]) {
    const parties = record[key];
    if (Array.isArray(parties)) changed[key] = parties.map(withOrganisation);
  }
  return changed;
}

/** @param {unknown} party */
function withOrganisation(party) {
  if (!isMapping(party) || typeof party.name !== "string") return party;
  const { name, ...others } = party;
  const org = ids.get(name.trim().toLowerCase());
  return org === undefined ? party : { ...others, org };
}
