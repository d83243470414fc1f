// The ways out of the form. Nothing leaves before somebody presses, and each way says first what
// becomes public.

import { copyText } from "../find/clipboard.js";
import { findElement, requireElement } from "../find/dom.js";
import { saveFile } from "./drafts.js";
import { mailAddress } from "./mail.js";
import { packed } from "./packing.js";
import { filled } from "./phrases.js";

/**
 * @typedef {{ title: string, summary: string, name: string, text: string,
 *   folder?: string, changes?: string }} Parcel
 * what is sent; *name* is that of the file with *text*, *folder* that of cases if left out, and
 * *changes* the id of the case that it changes
 */

export const LONGEST_ADDRESS = 8191; // what GitHub takes, in bytes

/**
 * Shows the ways out for *parcel*.
 *
 * @param {HTMLElement} section
 * @param {Parcel} parcel
 * @param {Record<string, string>} words
 */
export async function offerWays(section, parcel, words) {
  for (const [key, text] of Object.entries({ subject: parcel.title, file: parcel.name })) {
    for (const place of section.querySelectorAll(`[data-the=${key}]`)) place.textContent = text;
  }
  const code = findElement(section, "[data-the=text]");
  if (code) code.textContent = parcel.text;
  setMail(findElement(section, "[data-mail]"), parcel, words);
  const { repository = "", branch = "main" } = section.dataset;
  if (!repository) return;
  const issue = issueAddress(repository, parcel, await packed(parcel.text));
  setLink(section, "[data-issue]", issue);
  setLink(section, "[data-new-file]", newFileAddress(repository, branch, parcel));
}

/**
 * Answers the buttons in *section*.
 *
 * @param {HTMLElement} section
 * @param {() => Parcel} parcel
 * @param {Record<string, string>} words
 */
export function attachWays(section, parcel, words) {
  const status = requireElement(section, "[data-sent]", HTMLElement);
  for (const button of section.querySelectorAll("[data-save-file], [data-mail]")) {
    button.addEventListener("click", () => saveFile(parcel().name, parcel().text));
  }
  for (const button of section.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => copyText(parcel().text, status, words));
  }
}

/**
 * @param {HTMLElement | null} link
 * @param {Parcel} parcel
 * @param {Record<string, string>} words
 */
function setMail(link, parcel, words) {
  if (!(link instanceof HTMLAnchorElement)) return;
  const subject = filled(words["mail-subject"], { title: parcel.title });
  const body = filled(words["mail-body"], { file: parcel.name });
  link.href = mailAddress(link.dataset.mail ?? "", subject, body);
}

/**
 * @param {HTMLElement} section
 * @param {string} selector
 * @param {string | null} address
 */
function setLink(section, selector, address) {
  const link = section.querySelector(selector);
  if (!(link instanceof HTMLAnchorElement)) return;
  link.hidden = address === null;
  if (address !== null) link.href = address;
  const other = findElement(link.parentElement, "[data-too-long]");
  if (other) other.hidden = address !== null;
}

/**
 * @param {string} repository
 * @param {Parcel} parcel
 * @param {string | null} code the packed case
 * @returns {string | null} null where it is too long
 */
export function issueAddress(repository, { title, summary, changes }, code) {
  if (code === null) return null;
  const address = new URL(`${repository}/issues/new`);
  address.searchParams.set("template", "story.yml");
  address.searchParams.set("title", title);
  address.searchParams.set("summary", summary);
  if (changes) address.searchParams.set("changes", changes);
  address.searchParams.set("case", code);
  return address.href.length <= LONGEST_ADDRESS ? address.href : null;
}

/**
 * @param {string} repository
 * @param {string} branch
 * @param {Parcel} parcel
 * @returns {string} with the file in it where that is short enough, else with its name alone
 */
export function newFileAddress(repository, branch, { name, text, folder = "cases" }) {
  const address = new URL(`${repository}/new/${branch}`);
  address.searchParams.set("filename", `${folder}/${name}`);
  const { href } = address;
  address.searchParams.set("value", text);
  return address.href.length <= LONGEST_ADDRESS ? address.href : href;
}
