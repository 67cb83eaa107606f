/** Prints the closing line that CI reads, and leaves the counts where scripts/test.mjs adds them up. */
import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === "passed").length;
    const notPassed = tests.filter((test) => test.result().state !== "passed").length;
    // A file that fails outside of a test (import, set-up, end) counts as one failure.
    const broken = modules.filter((module) => module.state() === "failed" && module.errors().length > 0).length;
    const failed = notPassed + broken + errors.length;
    const file = process.env["AMTSWEG_TEST_COUNTS"];
    if (file) writeFileSync(file, JSON.stringify({ passed, failed }));
    console.log(`${passed} passed, ${failed} failed`);
  }
}
