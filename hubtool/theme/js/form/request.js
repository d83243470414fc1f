// A request for a change, or word of how something was used: put into words in the browser, and
// sent by whoever wrote it.

import { copyText } from "../find/clipboard.js";
import { findElement, requireElement } from "../find/dom.js";
import { mailAddress } from "./mail.js";
import { filled } from "./phrases.js";
import { contactsIn } from "./privacy.js";

/** @typedef {Record<string, string>} Words */

/** @param {HTMLElement} page */
export function attachRequest(page) {
  const words = JSON.parse(page.dataset.words ?? "{}");
  const form = requireElement(page, "form", HTMLFormElement);
  const address = new URLSearchParams(location.search).get("page");
  const first = requireElement(form, "#request-page", HTMLInputElement);
  first.value = address ? new URL(`../../${address}`, location.href).href : "";
  const show = () => showRequest(page, form, words);
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  const status = requireElement(form, "[data-sent]", HTMLElement);
  form
    .querySelector("[data-copy]")
    ?.addEventListener("click", () => copyText(request(page, form, words), status, words));
  show();
  page.dataset.ready = "yes";
}

/**
 * @param {HTMLFormElement} form
 * @returns {{ name: string, part: string, text: string }[]} answers in the order of questions
 */
function answers(form) {
  const data = new FormData(form);
  return [...new Set(data.keys())].flatMap((name) => {
    const text = String(data.get(name) ?? "").trim();
    const part = findElement(form, `[name=${name}]`)?.dataset.part ?? name;
    return text ? [{ name, part, text }] : [];
  });
}

/**
 * @param {HTMLElement} page
 * @param {HTMLFormElement} form
 * @param {Words} words
 * @returns {string} the request in words
 */
function request({ dataset }, form, words) {
  return answers(form)
    .map(({ name, text }) => filled(words[`${dataset.request}-${name}`], { text }))
    .join("\n");
}

/**
 * @param {HTMLElement} page
 * @param {HTMLFormElement} form
 * @param {Words} words
 */
function showRequest(page, form, words) {
  const text = request(page, form, words);
  requireElement(form, "[data-the=request]", HTMLElement).textContent = text;
  const isPrivate = contactsIn(text).length > 0;
  requireElement(form, "[data-private]", HTMLElement).textContent = isPrivate ? words.private : "";
  const mail = form.querySelector("[data-mail]");
  if (mail instanceof HTMLAnchorElement) {
    const about = requireElement(form, "#request-page", HTMLInputElement).value;
    const subject = filled(words[`${page.dataset.request}-subject`], { page: about });
    mail.href = mailAddress(mail.dataset.mail ?? "", subject, text);
  }
  const issue = form.querySelector("[data-issue]");
  if (issue instanceof HTMLAnchorElement) issue.href = issueAddress(issue.href, answers(form));
}

/**
 * @param {string} form the address of the form on GitHub
 * @param {ReturnType<typeof answers>} parts
 * @returns {string} the same with the answers filled in
 */
function issueAddress(form, parts) {
  const address = new URL(form);
  address.search = `?template=${address.searchParams.get("template")}`;
  for (const { part, text } of parts) {
    const before = address.searchParams.get(part);
    address.searchParams.set(part, before ? `${before}\n${text}` : text);
  }
  return address.href;
}
