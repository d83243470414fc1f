// Text as a keyboard without accents and special letters writes it.

/** Letters that no accent makes; `hubtool/text/own_names.py` has the same. */
export const FOLDED_LETTERS = new Map(
  Object.entries({
    ...{ đ: "d", ð: "d", ł: "l", ø: "o", ħ: "h", ı: "i", ŧ: "t", ŋ: "n" },
    ...{ ß: "ss", æ: "ae", œ: "oe", þ: "th" },
    ...{ ʻ: "", ʼ: "", ʽ: "", ʾ: "", ʿ: "", "‘": "", "’": "", "'": "", "`": "", "´": "" },
  }),
);

/**
 * @param {string} text
 * @returns {string} in small letters without accents, special letters and apostrophes
 */
export function folded(text) {
  return [...text.toLowerCase()]
    .map((letter) => FOLDED_LETTERS.get(letter) ?? letter)
    .join("")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
}

/**
 * @param {string} text
 * @returns {string} the same without the letters that a word index does not fold by itself
 */
export function withoutSpecialLetters(text) {
  return [...text].map((letter) => FOLDED_LETTERS.get(letter.toLowerCase()) ?? letter).join("");
}
