/** The command `amtsweg`: finds the command, gives help, turns the result into an exit code. */
import { backupCommand, restoreCommand } from "./commands/backup.ts";
import { type Command, exitCodes } from "./commands/command.ts";
import { deadlineCommand } from "./commands/deadline.ts";
import { demoCommand } from "./commands/demo.ts";
import { importCommand } from "./commands/import.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { serveCommand } from "./commands/serve.ts";
import { toursCommand } from "./commands/tours.ts";
import { verifyJournalCommand } from "./commands/verify-journal.ts";

const commands: readonly Command[] = [
  demoCommand,
  serveCommand,
  migrateCommand,
  importCommand,
  deadlineCommand,
  toursCommand,
  verifyJournalCommand,
  backupCommand,
  restoreCommand,
];

const overview = (): string =>
  `amtsweg BEFEHL [--help]\n\n${commands.map(({ name, summary }) => `  ${name.padEnd(16)}${summary}`).join("\n")}\n`;

async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const asked = name === undefined || name === "--help" || name === "help";
    (asked ? process.stdout : process.stderr).write(
      asked ? overview() : `Unbekannter Befehl »${name}«.\n\n${overview()}`,
    );
    return asked ? exitCodes.ok : exitCodes.badInput;
  }
  if (rest.includes("--help")) {
    process.stdout.write(`${command.help}\n`);
    return exitCodes.ok;
  }
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
  process.exitCode = exitCodes.failed;
}
