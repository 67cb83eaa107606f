/** `amtsweg demo` (npm start): the whole program with its own database and fictional data, on this machine only. */
import { readDemoConfig } from "../platform/config.ts";
import type { Waiting } from "../platform/embedded-postgres/index.ts";
import { type Command, exitCodes } from "./command.ts";
import { startDemoDatabase } from "./demo-database.ts";
import type { RunningDemo } from "./demo-program.ts";
import { cutOff, waitForEnd } from "./wait-for-end.ts";

export const demoCommand: Command = {
  name: "demo",
  summary: "startet Amtsweg mit eingebauter Datenbank und erfundenen Daten",
  switches: [],
  help: `amtsweg demo

Startet Amtsweg auf http://localhost:8080 mit eingebauter PostgreSQL-Datenbank und erfundenen Daten.

Umgebung:
  PORT               Anschluss, sonst 8080
  AMTSWEG_DATA_DIR   Ordner der Daten, sonst ./amtsweg-data (bleibt erhalten)
  SHUTDOWN_SECONDS   so lange wartet das Ende auf Begonnenes, sonst 20

Eine Datenbank aus dem Betrieb, auch eine zurückgespielte, öffnet die Demo nicht: Sie fragt nach keinem Passwort.
Ende mit Strg+C. Rückgabe 0, bei einem Fehler 1, bei falschen Angaben 2.`,
  run: async (_args, { env, write, writeError }) => {
    const config = readDemoConfig(env);
    const isChosen = env["AMTSWEG_DATA_DIR"] !== undefined;
    // Loading the program takes as long as making a database, and its first page needs none: both at once.
    const waiting = Promise.withResolvers<Waiting>();
    const database = startDemoDatabase(config.dataDir, isChosen, writeError, waiting.resolve);
    const begun = await Promise.race([waiting.promise, database.then(() => waiting.promise)]);
    // A demo that cannot start takes its database along, or the process would live on with it.
    let whole = false;
    try {
      const { startDemo } = await import("./demo-program.ts");
      const demo = await startDemo({ ...begun, started: database }, config);
      const ended = waitForEnd();
      write(`Amtsweg läuft: ${demo.url}  (TESTBETRIEB, erfundene Daten in ${config.dataDir}; Ende mit Strg+C)\n`);
      whole = await untilEnd(demo, ended, write);
    } finally {
      await (await database).stop();
    }
    if (whole) return exitCodes.ok;
    writeError(`${cutOff}\n`);
    return process.exit(exitCodes.failed);
  },
};

/** False when something still runs. */
async function untilEnd(demo: RunningDemo, ended: Promise<void>, write: (text: string) => void): Promise<boolean> {
  const filled = demo.filled.then(() => demo.isNew && write("Die Beispielfälle sind angelegt.\n"));
  try {
    await Promise.race([ended, filled]);
    await ended;
  } catch (error) {
    await demo.stop();
    throw error;
  }
  return demo.stop();
}
