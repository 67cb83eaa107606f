/** Reads one uploaded table outside of the thread that answers pages. Started for one file, then ends. */
import { parentPort, workerData } from "node:worker_threads";
import { readSpreadsheet } from "./read-spreadsheet.ts";

const { bytes, fileName } = workerData as { bytes: Uint8Array; fileName: string };

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(await readSpreadsheet(bytes, fileName));
