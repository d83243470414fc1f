// Keys that lead to the search box: Ctrl+K, and / as long as nobody has switched it off (WCAG 2.1.4).

const KEPT = "find.slash";

/** @param {HTMLInputElement} box */
export function attachShortcuts(box) {
  /** @type {Element | null} */
  let before = null;

  addEventListener("keydown", (event) => {
    const isCtrlK = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && isOn() && !isTyping(event.target);
    if (!isCtrlK && !isSlash) return;
    event.preventDefault();
    if (document.activeElement !== box) before = document.activeElement;
    box.focus();
    box.select();
  });
  box.addEventListener("keydown", (event) => {
    // The first Escape closes the list; this one leaves the box.
    if (event.key !== "Escape" || event.defaultPrevented || !(before instanceof HTMLElement)) return;
    event.preventDefault();
    if (before === document.body) box.blur();
    else before.focus();
    before = null;
  });
  for (const choice of document.querySelectorAll("input[data-slash]")) {
    if (!(choice instanceof HTMLInputElement)) continue;
    choice.checked = isOn();
    choice.addEventListener("change", () => keep(choice.checked));
  }
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio], [type=button]), textarea, select"));
}

function isOn() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

/** @param {boolean} on */
function keep(on) {
  try {
    if (on) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "off");
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}
