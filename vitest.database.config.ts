import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Only what talks to PostgreSQL: run a second time on Debian's server in CI. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: [
      "src/**/*.db.test.ts",
      "src/platform/*.test.ts",
      "test/access-matrix.test.ts",
      "test/architecture.test.ts",
    ],
  },
});
