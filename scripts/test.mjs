// `npm test`, `npm run test:fast`, and the database run of CI. Everything runs or fails; nothing is skipped silently.
//   (no flag)    rules, features over HTTP, documents
//   --browser    also the journeys in Chromium
//   --database   only the tests that talk to PostgreSQL, on the server that TEST_DATABASE_URL names
// The last line is "N passed, N failed".
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleProduct } from "./bundle.mjs";
import { needTools } from "./system-tools.mjs";

const flags = new Set(process.argv.slice(2).filter((arg) => arg.startsWith("--")));
const filters = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const folder = mkdtempSync(join(tmpdir(), "amtsweg-counts-"));
const total = { passed: 0, failed: 0 };

function vitest(name, args) {
  const counts = join(folder, `${name}.json`);
  const command = join("node_modules", "vitest", "vitest.mjs");
  return new Promise((done) => {
    const child = spawn(process.execPath, [command, "run", ...args, ...filters], {
      stdio: "inherit",
      env: { ...process.env, AMTSWEG_TEST_COUNTS: counts },
    });
    child.on("exit", (code, signal) => {
      const seen = readCounts(counts);
      if (!seen.whole)
        console.error(`The run "${name}" broke off (${signal ?? `exit ${code}`}); its tests are not counted.`);
      total.passed += seen.passed;
      total.failed += seen.failed > 0 || code === 0 ? seen.failed : 1;
      done(undefined);
    });
  });
}

function readCounts(file) {
  try {
    return { ...JSON.parse(readFileSync(file, "utf8")), whole: true };
  } catch {
    return { passed: 0, failed: 1, whole: false };
  }
}

needTools(flags.has("--browser") ? ["pdf", "browser"] : flags.has("--database") ? [] : ["pdf"]);
await bundleProduct();
if (flags.has("--database")) await vitest("database", ["--config", "vitest.database.config.ts"]);
else await vitest("fast", []);
if (flags.has("--browser")) await vitest("browser", ["--config", "vitest.e2e.config.ts"]);
rmSync(folder, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
