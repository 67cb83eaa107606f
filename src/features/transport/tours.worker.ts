/** Worker thread of the tour planner: runs one search with one seed and tells progress. It reads no file and no network. */
import { parentPort, workerData } from "node:worker_threads";
import { exchange } from "./domain/exchange.ts";
import { plan, type PlanProgress } from "./domain/plan.ts";
import { loadMilpSolver } from "./highs.ts";
import type { WorkerMessage, WorkerTask } from "./worker-messages.ts";

const task = workerData as WorkerTask;
const flag = new Int32Array(task.cancel);
const started = performance.now();
let lastProgress = -Infinity;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port knows no origins
const tell = (message: WorkerMessage): void => parentPort!.postMessage(message);

const hooks = {
  elapsedMs: () => performance.now() - started,
  cancelled: () => Atomics.load(flag, 0) === 1,
  progress: (progress: PlanProgress) => {
    const now = performance.now();
    if (now - lastProgress < 200) return;
    lastProgress = now;
    tell({ kind: "progress", progress });
  },
};

try {
  if (task.kind === "plan") tell({ kind: "planned", result: plan(task.instance, task.options, hooks) });
  else {
    const { instance, plan: standing, rejected, options } = task;
    tell({ kind: "exchanged", result: exchange(instance, standing, rejected, options, await loadMilpSolver()) });
  }
} catch (error) {
  tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}
