/**
 * How other features take part in the case page: they register panels in src/features.ts. The case knows none of them,
 * so nothing depends on each other in a circle.
 */
import type { Child } from "hono/jsx";
import type { Context } from "../../platform/context.ts";
import type { CaseFile } from "./queries.ts";

export type CasePanel = {
  /** `standing`: one of the three machines on top. `main`, `side`: below. `tab`: a page of its own under the case. */
  slot: "standing" | "main" | "side" | "tab";
  /** Part of the address of a tab, German, for example "zugriffe". */
  name: string;
  title: string;
  /** `asked` is the query of the address, for tabs that filter. */
  render: (context: Context, file: CaseFile, asked: Record<string, string>) => Promise<Child>;
};
