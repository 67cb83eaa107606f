/**
 * A folder is made either for real data or for tests, and stays that: data once written without flushing must never
 * pass for safe, and a test must never switch off the flushing of real data.
 */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";

const MARK = "not-durable";

export function assertSameDurability(folder: DataFolder, durable: boolean): void {
  const mark = join(folder.path, MARK);
  if (!existsSync(folder.cluster)) {
    if (durable) rmSync(mark, { force: true });
    else writeFileSync(mark, "Nur für Tests: Bei Stromausfall gehen Daten verloren.\n", { mode: 0o600 });
    return;
  }
  if (durable !== existsSync(mark)) return;
  throw new EmbeddedPostgresError(
    "durability-mixed",
    durable
      ? `Der Datenordner ${folder.path} wurde für Tests angelegt, ohne Schutz vor Stromausfall. Nehmen Sie für echte Daten einen neuen Ordner.`
      : `Der Datenordner ${folder.path} enthält dauerhafte Daten und darf nicht ohne Schutz vor Stromausfall betrieben werden.`,
  );
}
