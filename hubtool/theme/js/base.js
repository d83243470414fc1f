// Runs before the page is drawn: the colours that a reader chose, and no list before its filter.
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const site = new URL("../../", script.src);
  const page = document.documentElement;
  try {
    // `site.js` stores it.
    const scheme = JSON.parse(localStorage.getItem(`${site.pathname}.__scheme`) ?? "null");
    if (scheme === "light" || scheme === "dark") page.dataset.schemeNow = scheme;
  } catch {
    // A browser that stores nothing still shows the page.
  }
  page.classList.replace("no-script", "has-script");

  // What an address asks for is shown at once, and never the whole list before it; but that one is
  // shown if the scripts that would answer do not come.
  if (location.search) {
    page.classList.add("is-asked");
    const giveUp = (/** @type {Event} */ { target }) => {
      if (target instanceof HTMLScriptElement) page.classList.remove("is-asked");
    };
    addEventListener("error", giveUp, { capture: true });
  }
}
