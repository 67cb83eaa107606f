/** Door of the statistics: its routes. */
export { statisticsApi } from "./api.ts";
export { statisticsRoutes } from "./routes.tsx";
