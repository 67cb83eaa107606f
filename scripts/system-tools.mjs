// Programs that the tests need beyond npm: Chromium and the PDF tools of Debian. Installed where that is allowed;
// otherwise the run fails and names the one command.
import { spawnSync } from "node:child_process";

const tools = {
  pdf: { commands: ["pdftotext", "pdftoppm", "pdfinfo", "pdffonts", "qpdf"], packages: ["poppler-utils", "qpdf"] },
  browser: { commands: ["chromium"], packages: ["chromium"] },
};

const isThere = (command) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;

/** @param {("pdf" | "browser")[]} wanted */
export function needTools(wanted) {
  const missing = wanted.map((name) => tools[name]).filter(({ commands }) => !commands.every(isThere));
  if (missing.length === 0) return;
  const packages = missing.flatMap((tool) => tool.packages).join(" ");
  const install = `apt-get install -y --no-install-recommends ${packages}`;
  const mayInstall = process.getuid?.() === 0 && isThere("apt-get");
  if (mayInstall) {
    console.log(`Installing ${packages} …`);
    spawnSync("sh", ["-c", `apt-get update -qq && DEBIAN_FRONTEND=noninteractive ${install} -qq`], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  const still = missing.flatMap(({ commands }) => commands).filter((command) => !isThere(command));
  if (still.length === 0) return;
  console.error(`The tests need ${still.join(", ")}. Please run:  sudo sh -c 'apt-get update && ${install}'`);
  console.log("0 passed, 1 failed");
  process.exit(1);
}
