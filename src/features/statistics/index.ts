/** Door of the statistics: its routes. */
export { statisticsRoutes } from "./routes.tsx";
