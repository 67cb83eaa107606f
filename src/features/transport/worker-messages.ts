/** What goes between a caller and the worker threads of the planner: instances and plans, nothing about persons. */
import type { ExchangeOptions, ExchangeResult } from "./domain/exchange.ts";
import type { Instance, Plan } from "./domain/model.ts";
import type { PlanOptions, PlanProgress, PlanResult } from "./domain/plan.ts";

export type WorkerTask = { cancel: SharedArrayBuffer } & (
  | { kind: "plan"; instance: Instance; options: PlanOptions }
  | { kind: "exchange"; instance: Instance; plan: Plan; rejected: readonly number[]; options: ExchangeOptions }
);

export type WorkerMessage =
  | { kind: "progress"; progress: PlanProgress }
  | { kind: "planned"; result: PlanResult }
  | { kind: "exchanged"; result: ExchangeResult }
  | { kind: "failed"; message: string };
