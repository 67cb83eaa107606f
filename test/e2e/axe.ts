/** WCAG 2.2 AA and best practices on the page as it stands; nothing may be found. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const source = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

type Finding = { id: string; nodes: { target: string[] }[] };

export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const result: { violations: Finding[] } = await page.evaluate("axe.run()");
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
