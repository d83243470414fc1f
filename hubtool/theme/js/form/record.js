// A record as plain data, and the routes that lead to its parts.

/**
 * @typedef {string | number} Step
 * @typedef {Step[]} Route
 * @typedef {{ [key: string]: unknown }} Data
 */

/**
 * @param {unknown} value
 * @returns {value is Data}
 */
export function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
export function isNothing(value) {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/**
 * @param {unknown} data
 * @param {Route} route
 * @returns {unknown} what stands there, undefined where there is nothing
 */
export function valueAt(data, route) {
  let value = data;
  for (const step of route) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = /** @type {Record<Step, unknown>} */ (value)[step];
  }
  return value;
}

/**
 * Returns *data* with *value* at *route*; a key whose value is nothing goes away, and an entry
 *   of a list stays as an
 * empty one, so that those after it keep their places.
 *
 * @param {unknown} data
 * @param {Route} route
 * @param {unknown} value
 * @returns {unknown}
 */
export function withValue(data, route, value) {
  if (route.length === 0) return value;
  const [step, ...rest] = route;
  if (typeof step === "number") {
    const items = Array.isArray(data) ? [...data] : [];
    while (items.length <= step) items.push({});
    items[step] = withValue(items[step], rest, value);
    return items;
  }
  const mapping = isMapping(data) ? { ...data } : {};
  const inner = withValue(mapping[step], rest, value);
  if (isNothing(inner)) delete mapping[step];
  else mapping[step] = inner;
  return mapping;
}

/**
 * Returns *data* without what is empty: entries that nobody filled in, and keys that hold nothing.
 *
 * @param {unknown} data
 * @returns {unknown}
 */
export function withoutGaps(data) {
  if (Array.isArray(data)) return data.map(withoutGaps).filter((item) => !isNothing(item));
  if (!isMapping(data)) return data;
  const pairs = Object.entries(data).map(
    ([key, value]) => /** @type {const} */ ([key, withoutGaps(value)]),
  );
  return Object.fromEntries(pairs.filter(([, value]) => !isNothing(value)));
}

/** @param {Route} route */
export function routeName(route) {
  return route.join(".");
}

/**
 * @param {Route} route
 * @returns {string} a name for it that says which steps are numbers
 */
export function partName(route) {
  return JSON.stringify(route);
}
