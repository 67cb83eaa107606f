/** Door of the pages about the program: help, settings, accessibility, data protection, data sources. */
export { aboutRoutes } from "./routes.tsx";
