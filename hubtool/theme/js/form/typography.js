// Typographic quotation marks and apostrophes, as the built page has them.

const OPENERS = new Set(["", ..."([{‘“-–—/"]);

/**
 * @param {string} text
 * @returns {string} *text* with such marks
 */
export function curly(text) {
  let last = "";
  return text.replaceAll(/['"]|[^'"]+/g, (part, start) => {
    const isMark = part === "'" || part === '"';
    const curled = isMark ? markFor(part, last, text.slice(start + 1, start + 5)) : part;
    last = curled.slice(-1);
    return curled;
  });
}

/**
 * @param {string} mark
 * @param {string} last what stands before it
 * @param {string} next what comes after it
 */
function markFor(mark, last, next) {
  const isOpening = (OPENERS.has(last) || !last.trim()) && !/^\s/.test(next);
  if (mark === '"') return isOpening ? "“" : "”";
  return isOpening && !/^\d0s(?!\w)/.test(next) ? "‘" : "’";
}
