/** Door of the oversight: its routes, and its tabs on the case page. */
export { accessTab, journalTab } from "./case-tabs.tsx";
export { oversightRoutes } from "./routes.tsx";
