// Runs before the page is drawn: the colours a reader chose, and the names that the theme's own script expects.

/* eslint-disable no-var */
/** @type {any} */
var scope = window;
var root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

scope.__md_scope = root;
scope.__md_hash = (/** @type {string} */ text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
scope.__md_get = (/** @type {string} */ key, store = localStorage, place = root) => {
  try {
    return JSON.parse(/** @type {string} */ (store.getItem(place.pathname + "." + key)));
  } catch {
    return null;
  }
};
scope.__md_set = (/** @type {string} */ key, /** @type {unknown} */ value, store = localStorage, place = root) => {
  try {
    store.setItem(place.pathname + "." + key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still shows the page.
  }
};

var chosen = scope.__md_get("__scheme");
if (chosen === "default" || chosen === "slate") {
  document.documentElement.dataset.mdColorScheme = chosen;
}
document.documentElement.classList.replace("no-js", "js");

// What an address asks for is shown at once, not the whole list before it; that one if the answer does not come.
if (location.search) {
  document.documentElement.classList.add("is-asked");
  setTimeout(() => document.documentElement.classList.remove("is-asked"), 5000);
}
