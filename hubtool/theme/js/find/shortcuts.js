// Keys that lead to the search box: Ctrl+K, and / unless a reader switched it off (WCAG 2.1.4).

const STORAGE_KEY = "find.slash";
const TEXT_INPUTS = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select";

/** @param {HTMLInputElement} box */
export function attachShortcuts(box) {
  /** @type {Element | null} what had the focus before the box */
  let previous = null;

  addEventListener("keydown", (event) => {
    if (!isCtrlK(event) && !isUsableSlash(event)) return;
    event.preventDefault();
    if (document.activeElement !== box) previous = document.activeElement;
    if (!box.checkVisibility()) box.form?.showPopover();
    box.focus();
    box.select();
  });
  box.addEventListener("keydown", (event) => {
    // The first Escape closes the list of suggestions; this one leaves the box.
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (!(previous instanceof HTMLElement)) return;
    event.preventDefault();
    if (previous === document.body) box.blur();
    else previous.focus();
    previous = null;
  });
  for (const choice of document.querySelectorAll("input[data-slash]")) {
    if (choice instanceof HTMLInputElement) attachChoice(choice);
  }
}

/** @param {HTMLInputElement} choice */
function attachChoice(choice) {
  choice.checked = isSlashOn();
  choice.addEventListener("change", () => storeSlash(choice.checked));
}

/** @param {KeyboardEvent} event */
function isCtrlK({ ctrlKey, metaKey, altKey, shiftKey, key }) {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === "k";
}

/** @param {KeyboardEvent} event */
function isUsableSlash({ ctrlKey, metaKey, altKey, key, target }) {
  if (key !== "/" || ctrlKey || metaKey || altKey) return false;
  return isSlashOn() && !isTyping(target);
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches(TEXT_INPUTS);
}

function isSlashOn() {
  try {
    return localStorage.getItem(STORAGE_KEY) !== "off";
  } catch {
    return true;
  }
}

/** @param {boolean} isOn */
function storeSlash(isOn) {
  try {
    if (isOn) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, "off");
  } catch {
    // A browser that stores nothing forgets the choice with the page.
  }
}
