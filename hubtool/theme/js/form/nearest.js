// The nearest of several words, by the same measure as Python's difflib: hubtool offers the same
// one.

/**
 * @param {string} text
 * @param {Iterable<string>} candidates
 * @param {number} cutoff
 * @returns {string | undefined} the nearest of *candidates*, if one is near enough
 */
export function nearest(text, candidates, cutoff) {
  let best;
  for (const candidate of candidates) {
    const ratio = similarity([...candidate], [...text]);
    if (ratio < cutoff) continue;
    // Of two that are as near, the later in the alphabet.
    if (!best || ratio > best.ratio || (ratio === best.ratio && candidate > best.candidate))
      best = { ratio, candidate };
  }
  return best?.candidate;
}

/**
 * @param {string[]} first
 * @param {string[]} second
 */
function similarity(first, second) {
  const length = first.length + second.length;
  return length === 0 ? 1 : (2 * shared(first, second, positions(second))) / length;
}

/** @param {string[]} characters */
function positions(characters) {
  /** @type {Map<string, number[]>} */
  const map = new Map();
  for (const [index, character] of characters.entries())
    map.set(character, [...(map.get(character) ?? []), index]);
  if (characters.length < 200) return map;
  // difflib passes over characters that are everywhere in a long text.
  const most = Math.floor(characters.length / 100) + 1;
  for (const [character, indexes] of map) if (indexes.length > most) map.delete(character);
  return map;
}

/**
 * @param {string[]} first
 * @param {string[]} second
 * @param {Map<string, number[]>} index of *second*
 * @returns {number} how many characters stand in the longest common runs
 */
function shared(first, second, index) {
  const waiting = [[0, first.length, 0, second.length]];
  let total = 0;
  for (let bounds = waiting.pop(); bounds; bounds = waiting.pop()) {
    const [firstLow, firstHigh, secondLow, secondHigh] = bounds;
    const [start, other, size] = longestRun(first, second, index, bounds);
    if (size === 0) continue;
    total += size;
    waiting.push(
      [firstLow, start, secondLow, other],
      [start + size, firstHigh, other + size, secondHigh],
    );
  }
  return total;
}

/**
 * @param {string[]} first
 * @param {string[]} second
 * @param {Map<string, number[]>} index
 * @param {number[]} bounds
 * @returns {[number, number, number]} where the longest common run starts in each, and its length
 */
function longestRun(first, second, index, bounds) {
  const [firstLow, firstHigh, secondLow, secondHigh] = bounds;
  /** @type {[number, number, number]} */
  let longest = [firstLow, secondLow, 0];
  /** @type {Map<number, number>} */
  let lengths = new Map();
  for (let i = firstLow; i < firstHigh; i += 1) {
    const indexes = (index.get(first[i]) ?? []).filter((j) => j >= secondLow && j < secondHigh);
    const before = lengths;
    lengths = new Map(indexes.map((j) => [j, (before.get(j - 1) ?? 0) + 1]));
    for (const [j, length] of lengths) {
      if (length > longest[2]) longest = [i - length + 1, j - length + 1, length];
    }
  }
  return lengthened(first, second, bounds, longest);
}

/**
 * Lengthens a run by characters that the index passes over.
 *
 * @param {string[]} first
 * @param {string[]} second
 * @param {number[]} bounds
 * @param {[number, number, number]} run
 * @returns {[number, number, number]}
 */
function lengthened(first, second, [firstLow, firstHigh, secondLow, secondHigh], run) {
  let [start, other, size] = run;
  while (start > firstLow && other > secondLow && first[start - 1] === second[other - 1]) {
    [start, other, size] = [start - 1, other - 1, size + 1];
  }
  const room = Math.min(firstHigh - start, secondHigh - other);
  while (size < room && first[start + size] === second[other + size]) size += 1;
  return [start, other, size];
}
