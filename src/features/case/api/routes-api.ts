/** The part of the API that the case serves. */
import { createApiRouter } from "../../../platform/http/api.ts";
import { caseReadApi } from "./case.ts";
import { obstacleApi } from "./obstacles.ts";
import { caseWriteApi } from "./open-case.ts";

export const caseApi = () =>
  createApiRouter().route("/", caseReadApi()).route("/", caseWriteApi()).route("/", obstacleApi());
