// Places that would touch on the map become one dot, which stands in their middle.

/**
 * @typedef {{ x: number, y: number }} Dot
 */

/**
 * @template {Dot} Kind
 * @typedef {{ x: number, y: number, dots: readonly Kind[] }} Group
 */

const NEAR = 40; // pixels between two dots below which they become one

/**
 * Puts together what would touch, until nothing does.
 *
 * @template {Dot} Kind
 * @param {readonly Kind[]} dots
 * @param {number} scale pixels for one unit of the map
 * @returns {Group<Kind>[]}
 */
export function clusters(dots, scale) {
  let groups = dots.map((dot) => middle([dot]));
  for (let before = Infinity; groups.length < before; ) {
    before = groups.length;
    groups = joined(groups, NEAR / scale);
  }
  return groups;
}

/**
 * @template {Dot} Kind
 * @param {readonly Group<Kind>[]} groups
 * @param {number} near
 * @returns {Group<Kind>[]} the same, each joined with the first before it that is too near
 */
function joined(groups, near) {
  /** @type {Group<Kind>[]} */
  const apart = [];
  // Only those in the squares around can be too near: there may be thousands.
  /** @type {Map<string, number[]>} */
  const squares = new Map();
  const square = (/** @type {Dot} */ { x, y }) => [Math.floor(x / near), Math.floor(y / near)];

  /** @param {Group<Kind>} group */
  function around(group) {
    const [column = 0, row = 0] = square(group);
    const found = [];
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) found.push(...(squares.get(`${x} ${y}`) ?? []));
    }
    return found.sort((a, b) => a - b);
  }

  /**
   * @param {Group<Kind>} group
   * @param {number} place
   */
  function put(group, place) {
    const key = square(group).join(" ");
    squares.set(key, [...(squares.get(key) ?? []), place]);
    apart[place] = group;
  }

  for (const group of groups) {
    const place = around(group).find((one) => distance(/** @type {Group<Kind>} */ (apart[one]), group) < near);
    const other = place === undefined ? undefined : apart[place];
    if (place === undefined || !other) {
      put(group, apart.length);
    } else {
      const key = square(other).join(" ");
      squares.set(key, (squares.get(key) ?? []).filter((one) => one !== place));
      put(middle([...other.dots, ...group.dots]), place);
    }
  }
  return apart;
}

/**
 * @param {Dot} one
 * @param {Dot} other
 */
function distance(one, other) {
  return Math.hypot(other.x - one.x, other.y - one.y);
}

/**
 * @template {Dot} Kind
 * @param {readonly Kind[]} dots
 * @returns {Group<Kind>}
 */
function middle(dots) {
  const mean = (/** @type {"x" | "y"} */ side) => dots.reduce((sum, dot) => sum + dot[side], 0) / dots.length;
  return { x: mean("x"), y: mean("y"), dots };
}
