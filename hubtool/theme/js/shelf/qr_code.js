// The code that leads a telephone from paper to an address, as `hubtool/art/qr_code.py` draws it.

import { ROOT } from "../find/dom.js";

/** @typedef {{ size: number, get: (x: number, y: number) => boolean }} Modules */

/**
 * @param {string} address
 * @returns {Promise<Element>}
 */
export async function qrCode(address) {
  const { correction, generate } = await import(new URL("assets/vendor/qr-code.js", ROOT).href);
  const modules = generate(address, { minCorrectionLevel: correction.M });
  const { size } = modules;
  const template = document.createElement("template");
  const path = `<path d="${outline(modules)}"/>`;
  const box = `viewBox="0 0 ${size} ${size}"`;
  template.innerHTML = `<svg class="qr-code" aria-hidden="true" ${box}>${path}</svg>`;
  return /** @type {Element} */ (template.content.firstElementChild);
}

/**
 * @param {Modules} modules
 * @returns {string} a line along each dark stretch of each row
 */
function outline({ size, get }) {
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const start = x;
      while (x < size && get(x, y)) x += 1;
      if (x > start) path += `M${start} ${y + 0.5}h${x - start}`;
    }
  }
  return path;
}
