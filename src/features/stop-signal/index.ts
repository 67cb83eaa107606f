/** Door of the stop: its routes, and the bands that every page shows. */
export { stopBands } from "./acknowledge.ts";
export { stopApi } from "./api.ts";
export { issueStop } from "./issue-stop.ts";
export { stopRoutes } from "./routes.tsx";
