import { defineConfig } from "vitest/config";

/** Rule and feature tests sit beside the code; browser journeys run apart (`npm test`), they need Chromium. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "test/*.test.ts", "test/durability/*.test.ts"],
    globalSetup: ["test/harness/cluster.ts"],
    reporters: [["default", { summary: false }], "./test/harness/count-reporter.ts"],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
});
