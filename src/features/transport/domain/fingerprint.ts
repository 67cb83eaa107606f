/** Names an instance, options and solver version by one hash, so that the same planId always means the same plan. */
import { createHash } from "node:crypto";
import type { Instance } from "./model.ts";

/** Raised whenever any change makes the search take another course; the golden costs of the benchmark hold it to that. */
export const SOLVER_VERSION = "tours-2";

export function fingerprint(instance: Instance, options: unknown): string {
  const hash = createHash("sha256");
  const { travel, ...rest } = instance;
  hash.update(JSON.stringify([SOLVER_VERSION, rest, travel.source, travel.size, options]));
  hash.update(new Uint8Array(travel.time.buffer, travel.time.byteOffset, travel.time.byteLength));
  hash.update(new Uint8Array(travel.distance.buffer, travel.distance.byteOffset, travel.distance.byteLength));
  return hash.digest("hex").slice(0, 32);
}
