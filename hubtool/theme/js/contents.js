// The contents of a page: the part that is being read is marked, and on a phone they stay closed.

const WIDE = "(width >= 60em)";

/**
 * @param {Element} contents the `<nav>` with links to parts of this page
 */
export function attachContents(contents) {
  const links = new Map(
    [...contents.querySelectorAll("a")].map((link) => [
      decodeURIComponent(link.hash.slice(1)),
      link,
    ]),
  );
  closeOnPhones(contents);
  const parts = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  // The part that reaches the line a fifth of the way down is the one that is read.
  const observer = new IntersectionObserver((entries) => markRead(entries, links), {
    rootMargin: "-20% 0px -79% 0px",
  });
  for (const part of parts) observer.observe(part);
}

/**
 * @param {IntersectionObserverEntry[]} entries
 * @param {Map<string, HTMLAnchorElement>} links by the id of their part
 */
function markRead(entries, links) {
  for (const { isIntersecting, target } of entries) {
    const link = links.get(target.id);
    if (isIntersecting) link?.setAttribute("aria-current", "true");
    else link?.removeAttribute("aria-current");
  }
}

/** @param {Element} contents */
function closeOnPhones(contents) {
  const details = contents.querySelector("details");
  if (!details) return;
  const wide = matchMedia(WIDE);
  details.open = wide.matches;
  wide.addEventListener("change", () => {
    details.open = wide.matches;
  });
  details.addEventListener("click", (event) => {
    if (event.target instanceof HTMLAnchorElement && !wide.matches) details.open = false;
  });
}
