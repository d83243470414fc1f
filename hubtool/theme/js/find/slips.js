// Slips of the keyboard: how near two words are.

const DOUBLED = 0.7; // a letter doubled, or only one of two
const SWAPPED = 0.8; // two letters that changed places
const NEXT_KEY = 0.8; // the key beside
const FIRST_LETTER = 0.5; // seldom wrong
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

const NEIGHBOURS = neighbours();

/**
 * Weighs the slips between two words: a letter too many, too few, another, or two that changed
 * places.
 *
 * @param {string} word
 * @param {string} other
 * @param {number} limit where to stop counting
 * @returns {number} the limit, where there are as many or more
 */
export function slipsBetween(word, other, limit) {
  /** @type {number[]} */
  let previous = [];
  let current = [0];
  for (let column = 1; column <= other.length; column += 1) {
    current.push(current[column - 1] + lengthCost(other, column - 1));
  }
  for (let row = 1; row <= word.length; row += 1) {
    const next = nextRow(word, other, row, current, previous);
    if (Math.min(...next, ...current) >= limit) return limit;
    previous = current;
    current = next;
  }
  const slips = current[other.length];
  const all = slips > 0 && word[0] !== other[0] ? slips + FIRST_LETTER : slips;
  return Math.min(all, limit);
}

/**
 * @param {string} word
 * @param {string} other
 * @param {number} row the number of letters of `word` that this row compares
 * @param {number[]} above
 * @param {number[]} twoAbove
 */
function nextRow(word, other, row, above, twoAbove) {
  const slips = [above[0] + lengthCost(word, row - 1)];
  for (let column = 1; column <= other.length; column += 1) {
    const letter = word[row - 1];
    const wanted = other[column - 1];
    const replaced = above[column - 1] + replacementCost(letter, wanted);
    const longer = above[column] + lengthCost(word, row - 1);
    const shorter = slips[column - 1] + lengthCost(other, column - 1);
    const cost = Math.min(replaced, longer, shorter);
    const areSwapped = letter === other[column - 2] && word[row - 2] === wanted;
    slips.push(areSwapped ? Math.min(cost, (twoAbove[column - 2] ?? Infinity) + SWAPPED) : cost);
  }
  return slips;
}

/**
 * @param {string} word
 * @param {number} index of a letter that the other word lacks
 */
function lengthCost(word, index) {
  return word[index] === word[index - 1] || word[index] === word[index + 1] ? DOUBLED : 1;
}

/**
 * @param {string} letter
 * @param {string} wanted
 */
function replacementCost(letter, wanted) {
  if (letter === wanted) return 0;
  return NEIGHBOURS.has(letter + wanted) ? NEXT_KEY : 1;
}

/** @returns {Set<string>} pairs of letters whose keys lie side by side */
function neighbours() {
  const keys = ROWS.flatMap((row, y) => [...row].map((letter, x) => ({ letter, y, x: x + y / 2 })));
  const pairs = keys.flatMap((key) =>
    keys
      .filter(({ x, y }) => Math.abs(x - key.x) <= 1 && Math.abs(y - key.y) <= 1)
      .map(({ letter }) => key.letter + letter),
  );
  return new Set(pairs);
}
