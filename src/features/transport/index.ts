/** Door of the transport feature: the tour planner on the command line. */
export { runToursCommand, toursHelp } from "./command.ts";
