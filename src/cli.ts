/** The command `amtsweg`: finds the command, gives help, turns the result into an exit code. */
import { type Command, exitCodes } from "./commands/command.ts";
import { ConfigError } from "./platform/config.ts";

/** Each is loaded when it is asked for: the demo starts its database before it loads the rest of the program. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  demo: async () => (await import("./commands/demo.ts")).demoCommand,
  serve: async () => (await import("./commands/serve.ts")).serveCommand,
  migrate: async () => (await import("./commands/migrate.ts")).migrateCommand,
  import: async () => (await import("./commands/import.ts")).importCommand,
  deadline: async () => (await import("./commands/deadline.ts")).deadlineCommand,
  tours: async () => (await import("./commands/tours.ts")).toursCommand,
  "verify-journal": async () => (await import("./commands/verify-journal.ts")).verifyJournalCommand,
  backup: async () => (await import("./commands/backup.ts")).backupCommand,
  restore: async () => (await import("./commands/backup.ts")).restoreCommand,
};

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  return `amtsweg BEFEHL [--help]\n\n${all.map(({ name, summary }) => `  ${name.padEnd(16)}${summary}`).join("\n")}\n`;
}

async function main(args: string[]): Promise<number> {
  const [name = "--help", ...rest] = args;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const asked = name === "--help" || name === "help";
    (asked ? process.stdout : process.stderr).write(
      asked ? await overview() : `Unbekannter Befehl »${name}«.\n\n${await overview()}`,
    );
    return asked ? exitCodes.ok : exitCodes.badInput;
  }
  const command = await load();
  if (rest.includes("--help")) {
    process.stdout.write(`${command.help}\n`);
    return exitCodes.ok;
  }
  const strange = command.switches && rest.find((arg) => arg.startsWith("-") && !command.switches?.includes(arg));
  if (strange) throw new ConfigError(`Unbekannte Angabe »${strange}«. Hilfe: amtsweg ${command.name} --help`);
  return command.run(rest, {
    env: process.env,
    write: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env["AMTSWEG_TRACE"]) console.error(error);
  process.exitCode = error instanceof ConfigError ? exitCodes.badInput : exitCodes.failed;
}
