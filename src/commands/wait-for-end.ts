/** Waits until the operator or the system ends the process. */
export const waitForEnd = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
