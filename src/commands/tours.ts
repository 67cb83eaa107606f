/** `amtsweg tours`: plans tours and the spare-seat exchange (Restplatzbörse) from files; changes nothing in the database. */
import { runToursCommand, toursHelp } from "../features/transport/index.ts";
import type { Command } from "./command.ts";

const onInterrupt = (handler: () => void): (() => void) => {
  process.once("SIGINT", handler);
  return () => void process.off("SIGINT", handler);
};

export const toursCommand: Command = {
  name: "tours",
  summary: "plant Touren und vermittelt Restplätze aus einer Datei",
  help: toursHelp,
  run: (args, { write, writeError }) =>
    runToursCommand(args, { out: write, err: writeError, terminal: process.stderr.isTTY === true, onInterrupt }),
};
