/** Door of the import: its pages, its jobs, its panel on the case page, and the steps that the command line walks. */
import { Hono } from "hono";
import type { AppEnv } from "../../platform/http/env.ts";
import { downloadRoutes } from "./routes-downloads.ts";
import { mappingRoutes } from "./routes-mapping.tsx";
import { previewRoutes } from "./routes-preview.tsx";
import { uploadRoutes } from "./routes.tsx";

export { importApi } from "./api.ts";
export { importTable, type ImportReport } from "./import-table.ts";
export { importedPanel } from "./case-panel.tsx";
export { importJobs } from "./jobs.ts";

export const importRoutes = (): Hono<AppEnv> =>
  new Hono<AppEnv>()
    .route("/", uploadRoutes())
    .route("/", downloadRoutes())
    .route("/", mappingRoutes())
    .route("/", previewRoutes());
