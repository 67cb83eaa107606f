/** Prints the closing line that CI reads: "N passed, N failed" alone on a line. */
import type { Reporter, TestModule } from "vitest/node";

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === "passed").length;
    const broken = modules.filter((module) => module.state() === "failed" && module.children.size === 0).length;
    const failed = tests.filter((test) => test.result().state !== "passed").length + broken + errors.length;
    console.log(`${passed} passed, ${failed} failed`);
  }
}
