// Checks a record against the table of fields and rules: same verdict, place and words as hubtool.
//
// Some rules only a file can break, for the controls make what they ask for: the keys, the lists
// and the terms are the form's. Of these the script says the code and the place; hubtool's hints
// are about YAML, and the form has its own: answer anew, or leave it out.

import { describe, exceeded, figureToWrite, filled, keyOf, written } from "./phrases.js";
import { isMapping } from "./record.js";
import { RECORD_RULES } from "./record_rules.js";
import { termFault } from "./terms.js";
import { isDuration, TEXT_RULES } from "./text_rules.js";

/**
 * @import { Data, Route } from "./record.js"
 * @import { Finding, Lists } from "./text_rules.js"
 *
 * @typedef {{ type: string, of?: Kind, key?: Kind, model?: string, short?: string, choices?:
 *   string[], rule?: string,
 *   scheme?: string, refers?: string, prose?: string, ge?: number, le?: number, max_length?:
 *     number,
 *   min_length?: number, is_one_or_many?: boolean }} Kind
 * @typedef {Kind & { is_required?: boolean, missing?: string }} Field
 * @typedef {{ label: string, names: string[], is_group?: boolean, is_for_lessons?: boolean,
 *   under?: string[], definition?: string }} Term
 * @typedef {{ models: Record<string, Record<string, Field>>, words: Record<string, [string,
 *   string, string | null]>,
 *   schemes: Record<string, Record<string, Term>>, lists: Lists }} Table
 * @typedef {{ code: string, message: string, hint: string | null, route: Route }} Fault
 */

/**
 * @param {Data} record
 * @param {Table} table
 * @returns {Fault[]} what keeps *record* from being a case, in the order of its fields
 */
export function check(record, table) {
  const checker = new Checker(table);
  checker.model(record, "CaseStudy", []);
  return checker.faults;
}

class Checker {
  /** @type {Fault[]} */
  faults = [];
  #table;

  /** @param {Table} table */
  constructor(table) {
    this.#table = table;
  }

  /**
   * @param {unknown} value
   * @param {string} name
   * @param {Route} route
   */
  model(value, name, route) {
    const fields = this.#table.models[name];
    if (!isMapping(value)) return this.#wrong("model", value, route);
    if (name === "Place" && value.online === true && Object.keys(value).length > 1)
      return this.#report("place-online", route, {});
    const before = this.faults.length;
    this.#fields(value, fields, route);
    if (name === "Place") this.#place(value, fields, route);
    else if (this.faults.length === before) this.#rules(value, name, route);
  }

  /**
   * @param {Data} value
   * @param {Record<string, Field>} fields
   * @param {Route} route
   */
  #fields(value, fields, route) {
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
    for (const key of unknown) {
      this.#add("H202", `\`${key}\` is not a key we know here`, null, [...route, key]);
    }
    for (const [key, field] of Object.entries(fields)) {
      const part = value[key] ?? undefined;
      if (part !== undefined) this.value(part, field, [...route, key]);
      else if (field.is_required) this.#missing(key, field, [...route, key]);
    }
  }

  /**
   * A place is online, or has a name and a country.
   *
   * @param {Data} value
   * @param {Record<string, Field>} fields
   * @param {Route} route
   */
  #place(value, fields, route) {
    if (value.online === true) return;
    for (const key of ["name", "country"]) {
      if (value[key] === null || value[key] === undefined)
        this.#missing(key, fields[key], [...route, key]);
    }
  }

  /**
   * @param {unknown} value
   * @param {Kind} kind
   * @param {Route} route
   */
  value(value, kind, route) {
    switch (kind.type) {
      case "model":
        return this.#short(value, kind, route);
      case "list":
        return this.#list(value, kind, route);
      case "mapping":
        return this.#mapping(value, kind, route);
      case "text":
        return this.#text(value, kind, route);
      case "choice":
        return this.#choice(value, kind.choices ?? [], route);
      case "truth":
        if (typeof value !== "boolean") this.#wrong("truth", value, route);
        return;
      default:
        return this.#number(value, kind, route);
    }
  }

  /**
   * Checks a mapping that may be written as the value of one of its keys.
   *
   * @param {unknown} value
   * @param {Kind} kind
   * @param {Route} route
   */
  #short(value, { short, model = "" }, route) {
    if (!short || typeof value !== "string") return this.model(value, model, route);
    const before = this.faults.length;
    this.model({ [short]: value }, model, route);
    // The text stands where the mapping would: there is no key to point at.
    for (const fault of this.faults.slice(before)) fault.route = route;
  }

  /**
   * @param {unknown} value
   * @param {string[]} choices
   * @param {Route} route
   */
  #choice(value, choices, route) {
    if (choices.includes(String(value))) return;
    this.#report("choice", route, { value: describe(value) });
  }

  /**
   * @param {unknown} value
   * @param {Kind} kind
   * @param {Route} route
   */
  #list(value, kind, route) {
    const items = kind.is_one_or_many && typeof value === "string" ? [value] : value;
    if (!Array.isArray(items)) {
      return this.#wrong("list", value, route);
    }
    if (items.length < (kind.min_length ?? 0))
      return this.#report("too-few", route, { key: keyOf(route) });
    for (const [index, item] of items.entries()) {
      this.value(item, /** @type {Kind} */ (kind.of), items === value ? [...route, index] : route);
    }
  }

  /**
   * @param {unknown} value
   * @param {Kind} kind
   * @param {Route} route
   */
  #mapping(value, kind, route) {
    if (!isMapping(value)) return this.#wrong("model", value, route);
    for (const [key, part] of Object.entries(value)) {
      this.#term(key, /** @type {Kind} */ (kind.key), [...route, key], true);
      this.value(part, /** @type {Kind} */ (kind.of), [...route, key]);
    }
  }

  /**
   * @param {unknown} value
   * @param {Kind} kind
   * @param {Route} route
   */
  #text(value, kind, route) {
    // A year may stand as a number.
    const text = kind.rule === "date" && Number.isInteger(value) ? String(value) : value;
    if (kind.rule === "date" && isDatePair(value)) return this.#report("date-keys", route, {});
    if (typeof text !== "string") return this.#wrong("text", value, route);
    if (kind.scheme) return this.#term(text, kind, route, false);
    const finding = (kind.rule && TEXT_RULES[kind.rule]?.(text, this.#table.lists)) || null;
    if (finding) return this.#report(finding.name, route, finding.slots);
    this.#length([...text].length, kind, route);
  }

  /**
   * @param {number} length
   * @param {Kind} kind
   * @param {Route} route
   */
  #length(length, { max_length: most = length }, route) {
    if (length > most) this.#report("too-long", route, { length, most, by: `by ${length - most}` });
  }

  /**
   * @param {unknown} value
   * @param {Kind} kind
   * @param {Route} route
   */
  #number(value, kind, route) {
    if (kind.rule === "seconds") {
      if (!isDuration(value)) this.#report("seconds", route, { value: written(value) });
    } else if (typeof value !== "number" || (kind.type === "integer" && !Number.isInteger(value))) {
      this.#wrong(kind.type, value, route, figureToWrite(value));
    } else {
      const bound = exceeded(value, kind);
      if (bound) this.#report("least", route, { value: describe(value), bound });
    }
  }

  /**
   * @param {string} text
   * @param {Kind} kind
   * @param {Route} route
   * @param {boolean} isKey
   */
  #term(text, kind, route, isKey) {
    const scheme = kind.scheme ?? "";
    const terms = this.#table.schemes[scheme];
    const fault = terms && termFault(text, scheme, terms, isKey);
    if (fault) this.#add(fault.code, fault.message, fault.hint, route);
  }

  /**
   * @param {string} key
   * @param {Field} field
   * @param {Route} route
   */
  #missing(key, field, route) {
    const code = field.missing ?? this.#table.words.missing[0];
    this.#add(code, `\`${key}\` is missing`, null, route);
  }

  /**
   * Checks what several fields of a model must agree on, once each of them is right.
   *
   * @param {Data} value
   * @param {string} name
   * @param {Route} route
   */
  #rules(value, name, route) {
    const rule = RECORD_RULES[name]?.(value);
    if (rule) this.#report(rule, route, { text: String(value.status) });
  }

  /**
   * @param {string} name
   * @param {Route} route
   * @param {Record<string, string | number>} slots
   */
  #report(name, route, slots) {
    const [code, message, hint] = this.#table.words[name];
    this.#add(code, filled(message, slots), hint && filled(hint, slots), route);
  }

  /**
   * @param {string} expected
   * @param {unknown} value
   * @param {Route} route
   * @param {string | null} [better]
   */
  #wrong(expected, value, route, better) {
    const [code, message, hint] = this.#table.words[expected];
    const text = filled(message, { name: `\`${keyOf(route)}\``, value: describe(value) });
    this.#add(code, text, better ?? hint, route);
  }

  /**
   * @param {string} code
   * @param {string} message
   * @param {string | null} hint
   * @param {Route} route
   */
  #add(code, message, hint, route) {
    this.faults.push({ code, message, hint, route });
  }
}

/** @param {unknown} value */
function isDatePair(value) {
  const count = isMapping(value) ? Object.keys(value).length : 0;
  return count === 1 || count === 2;
}
