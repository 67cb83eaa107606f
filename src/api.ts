/** /api/v1: the operations of all features and their description, made from the same schemas. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { caseApi, listEvents, openOwnCase } from "./features/case/index.ts";
import { importApi } from "./features/case-import/index.ts";
import { pathApi } from "./features/critical-path/index.ts";
import { deadlineApi } from "./features/deadline/index.ts";
import { watchApi } from "./features/deadline-watch/index.ts";
import { measureApi } from "./features/measure/index.ts";
import { oversightApi } from "./features/oversight/index.ts";
import { statisticsApi } from "./features/statistics/index.ts";
import { stopApi } from "./features/stop-signal/index.ts";
import { voluntaryReturnApi } from "./features/voluntary-return/index.ts";
import { assistanceApi } from "./features/enforcement-assistance/index.ts";
import { requestApi, type RequestTypes } from "./features/request/index.ts";
import { allow } from "./platform/http/access.ts";
import { apiRoot, createApiRouter } from "./platform/http/api.ts";
import type { AppEnv } from "./platform/http/env.ts";
import { programVersion } from "./platform/root.ts";

type ApiDeps = { requestTypes: RequestTypes };

const parts: readonly ((deps: ApiDeps) => OpenAPIHono<AppEnv>)[] = [
  caseApi,
  () => deadlineApi({ openCase: openOwnCase, eventsOf: listEvents }),
  watchApi,
  pathApi,
  voluntaryReturnApi,
  measureApi,
  stopApi,
  statisticsApi,
  oversightApi,
  importApi,
  requestApi,
  assistanceApi,
];

export function apiRoutes(deps: ApiDeps): OpenAPIHono<AppEnv> {
  const api = createApiRouter();
  for (const part of parts) api.route("/", part(deps));
  const root = createApiRouter();
  root.route(apiRoot, api);
  root.get(`${apiRoot}/openapi.json`, allow("everyone"), (c) => c.json(describe(api)));
  return root;
}

/** The OpenAPI 3.1 document. */
const describe = (api: OpenAPIHono<AppEnv>) =>
  api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Amtsweg",
      version: programVersion(),
      description: "Rückkehrmanagement zwischen Behörden. Dieselben Dienste und dieselben Regeln wie die Oberfläche.",
    },
    servers: [{ url: apiRoot }],
    security: [{ session: [] }],
  });
