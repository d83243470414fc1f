// Answers with the modules of codes, as the browser makes them.

import { createInterface } from "node:readline";
import { correction, generate, mode } from "../../hubtool/theme/vendor/qr-code.js";

for await (const line of createInterface({ input: process.stdin })) {
  const [address, mask] = JSON.parse(line);
  const options = { minCorrectionLevel: correction.M, mask, modes: [mode.ascii] };
  const { size, get } = generate(address, options);
  const side = Array.from({ length: size }, (_, index) => index);
  console.log(JSON.stringify(side.map((y) => side.map((x) => Number(get(x, y))))));
}
