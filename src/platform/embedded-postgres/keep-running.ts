/**
 * Starts a server again that ended without being asked to, on the same folder and address, so that open pools connect
 * again by themselves. One that ends five times within a minute has a cause that starting does not mend.
 */
import type { Server } from "./server.ts";

const tries = 5;
const withinMs = 60_000;

export type CrashReports = {
  /** Called when the server ends without `stop()`: what is open is lost. It is started again on the same address. */
  onCrash?: (message: string) => void;
  /** Called when it ended again and again; nobody starts it any more. */
  onGiveUp?: (message: string) => void;
};

export type Kept = { current: () => Server; stop: () => Promise<void> };

export function keepRunning(first: Server, { onCrash, onGiveUp }: CrashReports, again: () => Promise<Server>): Kept {
  let current = first;
  let stopping = false;
  let starting: Promise<void> = Promise.resolve();
  const crashes: number[] = [];

  const restart = async (): Promise<void> => {
    const now = performance.now();
    crashes.push(now);
    if (crashes.filter((at) => now - at < withinMs).length > tries)
      return onGiveUp?.("Die Datenbank hat sich mehrmals nacheinander beendet und wird nicht mehr gestartet.");
    try {
      current = await again();
      watch(current);
    } catch (error) {
      onGiveUp?.(error instanceof Error ? error.message : String(error));
    }
  };
  const watch = (server: Server): void =>
    void server.crashed.then(() => {
      if (stopping) return;
      onCrash?.(`Die Datenbank (Prozess ${server.pid}) hat sich unerwartet beendet und wird neu gestartet.`);
      starting = restart();
    });
  watch(first);

  return {
    current: () => current,
    stop: async () => {
      stopping = true;
      await starting;
      await current.stop();
    },
  };
}
