/** `amtsweg deadline`: computes deadlines from a file; the same code as pages and API. */
import { readFile } from "node:fs/promises";
import { deadlineHelp, runDeadlineCommand } from "../features/deadline/index.ts";
import type { Command } from "./command.ts";

export const deadlineCommand: Command = {
  name: "deadline",
  summary: "berechnet Fristen mit Rechenweg aus einer JSON-Datei",
  help: deadlineHelp,
  run: (args, { write, writeError }) =>
    runDeadlineCommand(args, { write, writeError, readFile: (path) => readFile(path, "utf8") }),
};
