// What is copied, so that it can be pasted elsewhere.

/**
 * Copies *text*, and says in *status* whether that is done.
 *
 * @param {string | Promise<string>} text
 * @param {HTMLElement} status
 * @param {Record<string, string>} words
 */
export async function copyText(text, status, words) {
  try {
    await navigator.clipboard.writeText(await text);
    status.textContent = words.copied;
  } catch {
    status.textContent = words["not-copied"];
  }
}
