/** What the command may use of the outside, handed in so that tests can stand in for a terminal. */
export type CommandIo = {
  out(text: string): void;
  err(text: string): void;
  /** Progress is drawn only where somebody looks. */
  terminal: boolean;
  /** Registers what happens on Ctrl-C; returns how to forget it. */
  onInterrupt(handler: () => void): () => void;
  /** Worker file of tests; the program finds its own. */
  workerFile?: URL;
};
