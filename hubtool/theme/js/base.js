// Runs before the page is drawn: the colours that a reader chose, and no control before its script.
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const site = new URL("../../", script.src);
  const page = document.documentElement;
  const LONGEST_WAIT = 20_000; // milliseconds, on a line that says nothing
  try {
    // `site.js` stores it.
    const scheme = JSON.parse(localStorage.getItem(`${site.pathname}.__scheme`) ?? "null");
    if (scheme === "light" || scheme === "dark") page.dataset.schemeNow = scheme;
  } catch {
    // A browser that stores nothing still shows the page.
  }

  // Controls keep their room until `site.js` has woken them. If it does not come (a filter, a page
  // opened from a folder), the page is as it is without scripts, and says what it cannot do.
  page.classList.replace("no-script", "awaits-script");
  const giveUp = () => {
    if (!page.classList.replace("awaits-script", "no-script")) return;
    page.classList.remove("is-asked");
    if (location.search) page.classList.add("is-unanswered");
  };
  addEventListener("scriptsfail", giveUp);
  addEventListener(
    "error",
    ({ target }) => {
      if (target instanceof HTMLScriptElement && target.type === "module") giveUp();
    },
    true,
  );
  setTimeout(giveUp, LONGEST_WAIT);

  // What an address asks for is shown at once, and never the whole list before it; but that one is
  // shown if the scripts that would answer do not come.
  if (location.search) page.classList.add("is-asked");
}
