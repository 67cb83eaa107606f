/** Waits until the operator or the system ends the process. A second signal then ends it at once. */
export const waitForEnd = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });

/** Said when the time was over before all was done. */
export const cutOff =
  "Nicht alles ist rechtzeitig fertig geworden (SHUTDOWN_SECONDS). Der Rest wird abgebrochen; Aufträge setzt der nächste Prozess fort.";
