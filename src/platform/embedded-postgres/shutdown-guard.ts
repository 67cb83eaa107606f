/**
 * Takes the server down with this process: at its exit, and on a signal nobody else handles. Where the program has its
 * own signal handler that one decides, so that requests may finish before their database goes.
 */
export type GuardedChild = {
  /** Synchronous, at the exit of this process: ask the child to end and do not wait. */
  endNow(): void;
  /** Orderly: resolves when the child is gone. */
  stop(): Promise<void>;
};

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const guarded = new Set<GuardedChild>();

/** Returns the function that ends the guarding. */
export function guardChild(child: GuardedChild): () => void {
  if (guarded.size === 0) listen();
  guarded.add(child);
  return () => {
    if (guarded.delete(child) && guarded.size === 0) unlisten();
  };
}

function listen(): void {
  process.on("exit", endAll);
  for (const signal of SIGNALS) process.on(signal, endOnSignal);
}

function unlisten(): void {
  process.off("exit", endAll);
  for (const signal of SIGNALS) process.off(signal, endOnSignal);
}

function endAll(): void {
  for (const child of guarded) child.endNow();
}

function endOnSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  void Promise.allSettled([...guarded].map((child) => child.stop())).then(() => {
    guarded.clear();
    unlisten();
    process.kill(process.pid, signal);
  });
}
