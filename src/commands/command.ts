/** What every command of `amtsweg` looks like: a name, a help text, and a run that gives the exit code. */

export type CommandIo = {
  env: Record<string, string | undefined>;
  write: (text: string) => void;
  writeError: (text: string) => void;
};

export type Command = {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** All switches; whatever else begins with `-` is refused. Left out by commands that read their arguments themselves. */
  switches?: readonly string[];
  /** The whole text of `--help`: usage, options, exit codes. */
  help: string;
  run: (args: string[], io: CommandIo) => Promise<number>;
};

/** Exit codes of all commands. */
export const exitCodes = { ok: 0, failed: 1, badInput: 2 } as const;

/** Takes `--name` out of the arguments; true if it was there. */
export const hasFlag = (args: readonly string[], name: string): boolean => args.includes(`--${name}`);
