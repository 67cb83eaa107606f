/** Door of the critical path: its page, its panel on the measure, its part of the API. */
export { pathApi } from "./api.ts";
export { pathPanel } from "./measure-panel.tsx";
export { pathRoutes } from "./routes.tsx";
