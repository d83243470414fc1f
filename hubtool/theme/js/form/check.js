// Checks a record against the table of fields and rules: same verdict, place and words as hubtool.

import { nearest } from "./nearest.js";
import { describe, filled, keyOf, keysHint, quoted, SHORT } from "./phrases.js";
import { isMapping } from "./record.js";
import { RECORD_RULES } from "./record_rules.js";
import { termFault } from "./terms.js";
import { isDuration, TEXT_RULES } from "./text_rules.js";

/**
 * @import { Data, Route } from "./record.js"
 * @import { Finding, Lists } from "./text_rules.js"
 * @import { Layout } from "./yaml_writer.js"
 *
 * @typedef {{ type: string, of?: Kind, key?: Kind, model?: string, short?: string, choices?:
 *   string[], rule?: string,
 *   scheme?: string, refers?: string, prose?: string, ge?: number, le?: number, max_length?:
 *     number,
 *   min_length?: number, is_one_or_many?: boolean }} Kind
 * @typedef {Kind & { label: string, help: string, is_required?: boolean, missing?: string }} Field
 * @typedef {{ label: string, names: string[], is_group?: boolean, is_for_lessons?: boolean,
 *   under?: string[] }} Term
 * @typedef {{ models: Record<string, Record<string, Field>>, words: Record<string, [string,
 *   string, string | null]>,
 *   schemes: Record<string, Record<string, Term>>, lists: Lists, layout: Layout }} Table
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
    if (!isMapping(value)) return this.#wrong("model", value, route, keysHint(fields));
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
    const meant = unknown.map((key) => this.#unknown(key, value, fields, [...route, key]));
    for (const [key, field] of Object.entries(fields)) {
      const part = value[key] ?? undefined;
      if (part !== undefined) this.value(part, field, [...route, key]);
      else if (field.is_required && !meant.includes(key))
        this.#missing(key, field, [...route, key]);
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
    const match = nearest(String(value), choices, 0.6);
    if (match) {
      const [code, message] = this.#table.words.choice;
      const text = filled(message, { value: describe(value) });
      return this.#add(code, text, `did you mean \`${match}\`?`, route);
    }
    this.#report("choice", route, { value: describe(value), choices: quoted(choices) });
  }

  /**
   * @param {unknown} value
   * @param {Kind} kind
   * @param {Route} route
   */
  #list(value, kind, route) {
    const items = kind.is_one_or_many && typeof value === "string" ? [value] : value;
    if (!Array.isArray(items)) {
      return this.#wrong("list", value, route, listHint(value));
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
    if (!isMapping(value))
      return this.#wrong("model", value, route, "write `key: value` lines, set in by two spaces");
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
    if (typeof text !== "string") return this.#wrong("text", value, route);
    if (kind.scheme) return this.#term(text, kind, route, false);
    const finding = (kind.rule && TEXT_RULES[kind.rule]?.(text, this.#table.lists)) || null;
    if (finding) return this.#report(finding.name, route, finding.slots);
    const length = [...text].length;
    const most = kind.max_length ?? length;
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
      this.#wrong(kind.type, value, route);
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
   * @param {Data} value
   * @param {Record<string, Field>} fields
   * @param {Route} route
   * @returns {string | undefined} the missing key that *key* was meant for
   */
  #unknown(key, value, fields, route) {
    const absent = Object.keys(fields).filter(
      (name) => fields[name].is_required && !Object.hasOwn(value, name),
    );
    const keys = Object.keys(fields);
    const labels = new Map(keys.map((name) => [fields[name].label.toLowerCase(), name]));
    const match =
      nearest(key.toLowerCase(), keys, 0.6) ??
      labels.get(nearest(key.toLowerCase().replaceAll("_", " "), labels.keys(), 0.75) ?? "");
    const hint = match
      ? `did you mean \`${match}\`?`
      : `remove it; known here: ${quoted([...keys].sort())}`;
    this.#add("H202", `\`${key}\` is not a key we know here`, hint, route);
    return nearest(key, absent, 0.7);
  }

  /**
   * @param {string} key
   * @param {Field} field
   * @param {Route} route
   */
  #missing(key, field, route) {
    const help = field.help.replace(/\.+$/, "");
    const code = field.missing ?? this.#table.words.missing[0];
    const words = {
      H218: "`said_by` is missing: whose view is this?",
      H503: `the image's \`${key}\` is missing`,
    };
    const message = words[/** @type {keyof typeof words} */ (code)] ?? `\`${key}\` is missing`;
    this.#add(code, message, `add \`${key}:\`. ${help}`, route);
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
   * @param {string} [hint]
   */
  #wrong(expected, value, route, hint) {
    const [code, message, usual] = this.#table.words[expected];
    this.#add(
      code,
      filled(message, { name: `\`${keyOf(route)}\``, value: describe(value) }),
      hint ?? usual,
      route,
    );
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
function listHint(value) {
  const isShort = typeof value === "string" && [...value].length < SHORT;
  if (!isShort || /[,[\]{}\n]/.test(value)) return undefined;
  return `write \`[${value}]\`, or each entry on a line of its own with a hyphen`;
}

/**
 * @param {number} value
 * @param {Kind} kind
 * @returns {string | null} the bound that *value* exceeds
 */
function exceeded(value, { ge, le }) {
  if (ge !== undefined && value < ge) return `at least ${ge}`;
  return le !== undefined && value > le ? `at most ${le}` : null;
}

/**
 * @param {unknown} value
 * @returns {string} as a message quotes it
 */
function written(value) {
  const text = String(value);
  return `\`${typeof value === "boolean" ? text[0].toUpperCase() + text.slice(1) : text}\``;
}
