// Waits until a press has ended. What is said about an answer moves the page: if it moved while a
// button is held down on something else, the press would miss it.

/** @type {(() => void)[]} */
const waiting = [];
let isPressed = false;

addEventListener("pointerdown", () => setPressed(true), { capture: true });
for (const name of ["pointerup", "pointercancel"])
  addEventListener(name, () => setPressed(false), { capture: true });

/** @param {boolean} isDown */
function setPressed(isDown) {
  isPressed = isDown;
  // The click comes after the release.
  if (!isDown) setTimeout(actOnAll);
}

/** @param {() => void} act is done at once, or when the press has ended */
export function afterPress(act) {
  if (isPressed) waiting.push(act);
  else act();
}

function actOnAll() {
  for (const act of waiting.splice(0)) act();
}
