// The address that opens a letter in the reader's own mail program.

/**
 * @param {string} mailbox
 * @param {string} subject
 * @param {string} body
 * @returns {string} a `mailto:` address
 */
export function mailAddress(mailbox, subject, body) {
  const parts = { subject: encodeURIComponent(subject), body: encodeURIComponent(body) };
  return `mailto:${mailbox}?subject=${parts.subject}&body=${parts.body}`;
}
