// The record as its file holds it, made of what stands in the form.

import { withIds } from "./ids.js";
import { isMapping, withoutGaps } from "./record.js";
import { slugFrom } from "./text_rules.js";

/** @import { Data } from "./record.js" */

/**
 * Returns *draft* without gaps and with ids. A new case has its only source where a claim names
 *   none; of one that
 * exists nothing changes but what somebody changed.
 *
 * @param {Data} draft
 * @param {{ isNew?: boolean }} [options]
 * @returns {Data}
 */
export function finishedRecord(draft, { isNew = true } = {}) {
  const whole = shortened(/** @type {Data} */ (withoutGaps(withoutLeftovers(draft))));
  const record = withIds(whole, { withPartners: isNew });
  return isNew ? withOnlySource(record) : record;
}

/**
 * @param {Data} record
 * @returns {Data} *record*; if it restates one source, each claim names that
 */
function withOnlySource(record) {
  const consent = isMapping(record.consent) ? record.consent : {};
  const sources = Array.isArray(record.sources) ? record.sources : [];
  if (consent.status !== "public-record" || sources.length !== 1) return record;
  const changed = { ...record };
  for (const key of ["timeline", "outcomes", "lessons", "tensions"]) {
    const claims = record[key];
    if (Array.isArray(claims)) changed[key] = claims.map((claim) => sourced(claim, sources[0].id));
  }
  for (const key of ["power", "investment"]) {
    if (isMapping(record[key])) changed[key] = sourced(record[key], sources[0].id);
  }
  return changed;
}

/**
 * @param {Data} claim
 * @param {string} id
 */
function sourced(claim, id) {
  return { ...claim, sources: claim.sources ?? [id] };
}

/**
 * Returns *draft* without what another answer about consent had asked for.
 *
 * @param {Data} draft
 * @returns {Data}
 */
function withoutLeftovers(draft) {
  if (!isMapping(draft.consent)) return draft;
  const { status, agreed_by, agreed_on, withheld, ...others } = draft.consent;
  const isAgreed = status === "agreed" || status === "partial";
  const consent = {
    status,
    ...(isAgreed ? { agreed_by, agreed_on } : {}),
    ...(status === "partial" ? { withheld } : {}),
    ...others,
  };
  return { ...draft, consent };
}

/**
 * Returns *record* with a reading alone where a stage says nothing else.
 *
 * @param {Data} record
 * @returns {Data}
 */
function shortened(record) {
  if (!isMapping(record.power) || !isMapping(record.power.stages)) return record;
  const stages = Object.entries(record.power.stages).map(([stage, entry]) => {
    const isAlone = isMapping(entry) && Object.keys(entry).join() === "level";
    return [stage, isAlone ? entry.level : entry];
  });
  return { ...record, power: { ...record.power, stages: Object.fromEntries(stages) } };
}

/**
 * @param {Data} record
 * @returns {Data} *record* as the form holds it: every stage as a mapping
 */
export function lengthened(record) {
  if (!isMapping(record.power) || !isMapping(record.power.stages)) return record;
  const stages = Object.entries(record.power.stages).map(([stage, entry]) => [
    stage,
    typeof entry === "string" ? { level: entry } : entry,
  ]);
  return { ...record, power: { ...record.power, stages: Object.fromEntries(stages) } };
}

/**
 * @param {Data} record
 * @returns {string} the id of the case, which names its file
 */
export function caseId(record) {
  const words = slugFrom(String(record.title ?? "")).split("-");
  let id = "";
  for (const word of words) {
    if (id && id.length + word.length >= LONGEST_ID) break;
    id = id ? `${id}-${word}` : word;
  }
  return id || "draft";
}

const LONGEST_ID = 50;
