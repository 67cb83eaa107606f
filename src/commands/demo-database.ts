/** The embedded database of the demo, in the folder of the settings or, where no server may reach that, in another one. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { EmbeddedPostgresError, startEmbeddedPostgres, type Waiting } from "../platform/embedded-postgres/index.ts";

type Started = Awaited<ReturnType<typeof startEmbeddedPostgres>>;

/** Below a 0700 home of root the server's account cannot pass; each such folder gets its own below /var/lib. */
const elsewhere = (dataDir: string): string =>
  join("/var/lib/amtsweg", createHash("sha256").update(dataDir).digest("hex").slice(0, 12));

export async function startDemoDatabase(
  dataDir: string,
  isChosen: boolean,
  say: (text: string) => void,
  onWaiting: (waiting: Waiting) => void,
): Promise<Started> {
  const onCrash = (message: string): void => say(`${message}\n`);
  // Without its database the program can only pretend.
  const onGiveUp = (message: string): void => {
    say(`${message}\n`);
    process.exit(1);
  };
  const options = { onCrash, onGiveUp, onWaiting };
  try {
    return await startEmbeddedPostgres(join(dataDir, "postgres"), options);
  } catch (error) {
    const isOut = error instanceof EmbeddedPostgresError && error.code === "folder-unreachable";
    if (!isOut || isChosen) throw error;
    const other = elsewhere(dataDir);
    say(`Die Datenbank liegt in ${other}, weil ihr Benutzerkonto den Ordner ${dataDir} nicht erreicht.\n`);
    return startEmbeddedPostgres(join(other, "postgres"), options);
  }
}
