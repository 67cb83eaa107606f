/** `node scripts/run.mjs scripts/generate-din91379.ts`: writes the table of letters that names may hold. */
import { writeFileSync } from "node:fs";
import { din91379Artefact } from "./din91379-table.ts";

const { file, text } = din91379Artefact();
writeFileSync(file, text);
console.log(`geschrieben: ${file}`);
