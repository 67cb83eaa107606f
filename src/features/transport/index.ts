/** Door of the transport feature: what the command line and later pages may use of the tour planner. */
export { runToursCommand } from "./command.ts";
export { processIo, type CommandIo } from "./command/io.ts";
export { planInThreads, exchangeInThread, type PlanRun, type ThreadOptions } from "./threads.ts";
export { check, type Violation } from "./domain/check.ts";
export { explain, type Reason, type ReasonCode } from "./domain/explain.ts";
export { openQuoteDesk, quote, type Offer, type QuoteDesk } from "./domain/quote.ts";
export { repair, withoutTrips, type Repair, type RepairResult } from "./domain/repair.ts";
export { validate, type InputProblem } from "./domain/validate.ts";
export type { ExchangeOptions, ExchangeResult, Proposal } from "./domain/exchange.ts";
export type { Instance, Lock, Plan, Tour, Trip, Unit } from "./domain/model.ts";
export { reasonText, violationText } from "./texts.ts";
