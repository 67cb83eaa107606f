/** `npm run generate`: everything that is made from something else. `--check` fails on drift instead of writing. */
import { readFileSync, writeFileSync } from "node:fs";
import { makeArtefacts } from "./artefacts.ts";

const check = process.argv.includes("--check");
const artefacts = await makeArtefacts();
const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
};
const stale = artefacts.filter(({ file, text }) => read(file) !== text);
for (const { file, text } of stale) {
  console.log(`${check ? "veraltet" : "geschrieben"}: ${file}`);
  if (!check) writeFileSync(file, text);
}
process.exit(check && stale.length > 0 ? 1 : 0);
