import { chmodSync, cpSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "../../../test/harness/embedded-folder.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { makeCluster } from "./make-cluster.ts";
import { packageFolder, usablePrograms } from "./programs.ts";

/** A package whose library links nobody made; below mode 0700, so that root's unprivileged server cannot read it either. */
function sealedPackage(): string {
  const folder = emptyFolder();
  cpSync(packageFolder(), folder, { recursive: true, filter: (path) => !path.endsWith(".a") });
  for (const entry of readdirSync(join(folder, "native/lib"), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(join(folder, "native/lib", entry.name));
  }
  chmodSync(folder, 0o700);
  chmodSync(join(folder, "native/lib"), 0o500);
  return folder;
}

test("programs that the server's account cannot use are copied once into the data folder and work there", async () => {
  const source = sealedPackage();
  const folder = prepareDataFolder(emptyFolder());
  const copied = await usablePrograms(folder, source);
  expect(copied.postgres.startsWith(join(folder.path, "programs"))).toBe(true);
  await makeCluster(folder, copied.initdb, false);
  expect(existsSync(join(folder.cluster, "PG_VERSION"))).toBe(true);

  writeFileSync(join(folder.path, "programs/kept"), "");
  expect(await usablePrograms(folder, source)).toEqual(copied);
  expect(existsSync(join(folder.path, "programs/kept"))).toBe(true);

  const packaged = await usablePrograms(folder);
  expect(packaged.postgres.startsWith(packageFolder())).toBe(true);
  expect(existsSync(join(folder.path, "programs"))).toBe(false);
  chmodSync(join(source, "native/lib"), 0o700);
});

test.each([
  ["plan9", "mips", "programs-missing", "npm ci"],
  ["win32", "x64", "platform-unsupported", "DATABASE_URL"],
])("on %s %s there is no package, and the message says what to do", (platform, arch, code, hint) => {
  expect(() => packageFolder(platform, arch)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(hint) }),
  );
});
