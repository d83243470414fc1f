// The request for a change or removal: put into words in the browser, and sent by whoever asks.

import { requireElement } from "../find/dom.js";
import { mailAddress } from "./mail.js";

/** @param {HTMLElement} page */
export function attachChange(page) {
  const words = JSON.parse(page.dataset.words ?? "{}");
  const form = requireElement(page, "form", HTMLFormElement);
  const named = new URLSearchParams(location.search).get("page");
  const address = named ? new URL(`../../${named}`, location.href).href : "";
  requireElement(form, "#change-page", HTMLInputElement).value = address;
  const show = () => showRequest(page, form, words);
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  const status = requireElement(form, "[data-sent]", HTMLElement);
  form.querySelector("[data-copy]")?.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(request(form, words));
      status.textContent = words.copied;
    } catch {
      status.textContent = words["not-copied"];
    }
  });
  show();
  page.dataset.ready = "yes";
}

/**
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} words
 * @returns {string} the request in words
 */
function request(form, words) {
  const data = new FormData(form);
  const lines = ["page", "wish", "what", "who"].map((name) => {
    const text = String(data.get(name) ?? "").trim();
    return text && words[`change-${name}`].replace("{text}", text);
  });
  return [data.has("danger") ? words["change-danger"] : "", ...lines].filter(Boolean).join("\n");
}

/**
 * @param {HTMLElement} page
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} words
 */
function showRequest(page, form, words) {
  const text = request(form, words);
  const data = new FormData(form);
  requireElement(form, "[data-the=request]", HTMLElement).textContent = text;
  const mail = form.querySelector("[data-mail]");
  if (mail instanceof HTMLAnchorElement) {
    const subject = words["change-subject"].replace("{page}", String(data.get("page")));
    mail.href = mailAddress(mail.dataset.mail ?? "", subject, text);
  }
  const issue = form.querySelector("[data-issue]");
  if (!(issue instanceof HTMLAnchorElement)) return;
  const address = new URL(`${page.dataset.repository}/issues/new`);
  address.searchParams.set("template", "change-or-removal.yml");
  address.searchParams.set("page", String(data.get("page")));
  address.searchParams.set("wish", String(data.get("wish") ?? ""));
  const others = [
    data.get("who"),
    data.has("danger") ? words["change-danger"] : "",
    data.get("what"),
  ];
  address.searchParams.set("what", others.filter(Boolean).join("\n"));
  issue.href = address.href;
}
