// Dots that would touch on the map become one, in their middle.

/** @typedef {{ x: number, y: number }} Dot */

/**
 * @template {Dot} Kind
 * @typedef {{ x: number, y: number, dots: readonly Kind[] }} Group
 */

const NEAR = 40; // pixels between two dots below which they become one

/**
 * Puts dots that would touch into one group, until no groups would.
 *
 * @template {Dot} Kind
 * @param {readonly Kind[]} dots
 * @param {number} scale pixels for one unit of the map
 * @returns {Group<Kind>[]}
 */
export function clusters(dots, scale) {
  let groups = dots.map((dot) => groupOf([dot]));
  for (let before = Infinity; groups.length < before; ) {
    before = groups.length;
    groups = joinNear(groups, NEAR / scale);
  }
  return groups;
}

/**
 * @template {Dot} Kind
 * @param {readonly Group<Kind>[]} groups
 * @param {number} near
 * @returns {Group<Kind>[]} each is joined with the first before it that is too near
 */
function joinNear(groups, near) {
  /** @type {Grid<Kind>} */
  const grid = new Grid(near);
  for (const group of groups) {
    const index = grid.firstNear(group);
    if (index === undefined) grid.add(group);
    else grid.replace(index, groupOf([...grid.groups[index].dots, ...group.dots]));
  }
  return grid.groups;
}

/**
 * Groups by the square of the map in which they lie: there may be thousands, and only those in the
 * squares around can be too near.
 *
 * @template {Dot} Kind
 */
class Grid {
  /** @type {Group<Kind>[]} */
  groups = [];
  /** @type {Map<string, number[]>} the indexes of the groups in each square */
  #squares = new Map();
  #size;

  /** @param {number} size of a square */
  constructor(size) {
    this.#size = size;
  }

  /** @param {Group<Kind>} group */
  add(group) {
    this.groups.push(group);
    this.#enter(this.groups.length - 1);
  }

  /**
   * @param {number} index
   * @param {Group<Kind>} group
   */
  replace(index, group) {
    const key = this.#square(this.groups[index]).join(" ");
    this.#squares.set(
      key,
      this.#indexesIn(key).filter((other) => other !== index),
    );
    this.groups[index] = group;
    this.#enter(index);
  }

  /**
   * @param {Dot} dot
   * @returns {number | undefined} the index of the first group that is too near
   */
  firstNear(dot) {
    const [column, row] = this.#square(dot);
    const indexes = [];
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) indexes.push(...this.#indexesIn(`${x} ${y}`));
    }
    indexes.sort((a, b) => a - b);
    return indexes.find((index) => distance(this.groups[index], dot) < this.#size);
  }

  /** @param {number} index */
  #enter(index) {
    const key = this.#square(this.groups[index]).join(" ");
    this.#squares.set(key, [...this.#indexesIn(key), index]);
  }

  /** @param {string} key */
  #indexesIn(key) {
    return this.#squares.get(key) ?? [];
  }

  /** @param {Dot} dot */
  #square({ x, y }) {
    return [Math.floor(x / this.#size), Math.floor(y / this.#size)];
  }
}

/**
 * @param {Dot} dot
 * @param {Dot} other
 */
function distance(dot, other) {
  return Math.hypot(other.x - dot.x, other.y - dot.y);
}

/**
 * @template {Dot} Kind
 * @param {readonly Kind[]} dots
 * @returns {Group<Kind>} in the middle of its dots
 */
function groupOf(dots) {
  return { x: mean(dots.map(({ x }) => x)), y: mean(dots.map(({ y }) => y)), dots };
}

/** @param {number[]} numbers */
function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
