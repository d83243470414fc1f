// What several fields of a model must agree on; hubtool/models has the same rules.

/** @import { Data } from "./record.js" */

/** @type {Record<string, (value: any) => string | null>} */
export const RECORD_RULES = {
  PartnerEntry: nameOrOrganisation,
  FunderEntry: nameOrOrganisation,
  Money: ({ low, high }) => (low > high ? "money" : null),
  Consent: consentRule,
  StageReading: ({ level, note, readings }) => {
    const count = Object.keys(readings ?? {}).length;
    if (level === "disputed" && count < 2) return "stage-readings";
    if (level !== "disputed" && count > 0) return "stage-level";
    return level || note ? null : "stage-empty";
  },
};

/** @param {Data} value */
function nameOrOrganisation({ name, org }) {
  const count = [name, org].filter((value) => (value ?? null) !== null).length;
  return count === 1 ? null : ["neither", null, "both"][count];
}

/** @param {any} value */
function consentRule({ status, agreed_by, agreed_on, withheld }) {
  if (status !== "agreed" && status !== "partial") return null;
  if (!agreed_by || !agreed_on) return "consent-who";
  return status === "partial" && !withheld?.length ? "consent-withheld" : null;
}
