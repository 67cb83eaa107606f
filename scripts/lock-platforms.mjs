/**
 * Completes package-lock.json with the binaries of other platforms. `npm ci` demands an entry for every optional
 * dependency, but `npm install` leaves out those that the registry in use does not hold. Run it after each change of the
 * lock file: `node scripts/lock-platforms.mjs`. Added entries carry no checksum; npm checks them on a platform that needs them.
 */
import { readFileSync, writeFileSync } from "node:fs";

const systemNames = /android|darwin|freebsd|openbsd|netbsd|sunos|aix|openharmony|linux|win32|windows/;
const cpuNames = /arm64|aarch64|x64|ia32|ppc64|riscv64|s390x|loong64|mips64el|wasm32|arm/;
const npmNames = { windows: "win32", aarch64: "arm64" };

const named = (pattern, name) => {
  const [found] = pattern.exec(name) ?? [];
  return found && [npmNames[found] ?? found];
};

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const { packages } = lock;
for (const [place, { optionalDependencies = {} }] of Object.entries({ ...packages }))
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const [os, cpu] = [named(systemNames, name), named(cpuNames, name)];
    if (packages[`${place}/node_modules/${name}`] || packages[`node_modules/${name}`] || !(os || cpu)) continue;
    packages[`node_modules/${name}`] = { version: version.replace(/^[~^]/, ""), cpu, os, optional: true };
  }
lock.packages = Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, undefined, 2)}\n`);
