import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Journeys in a real Chromium against a running server with the real sign-in. One at a time. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ["test/e2e/**/*.e2e.ts"], testTimeout: 600_000, maxWorkers: 1 },
});
