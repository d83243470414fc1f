// Reads the record of a new case, as the form keeps it, and writes the file that the form makes.

import { readFileSync } from "node:fs";
import { finishedRecord, lengthened } from "../../hubtool/theme/js/form/finished.js";
import { caseText } from "../../hubtool/theme/js/form/text.js";

const layout = JSON.parse(readFileSync(process.argv[2], "utf8"));
const record = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(caseText(finishedRecord(lengthened(record)), layout));
