/** Door of the oversight: its routes, and its tabs on the case page, and the German words of journal events. */
export { oversightApi } from "./api.ts";
export { accessTab, journalTab } from "./case-tabs.tsx";
export { oversightRoutes } from "./routes.tsx";
export { eventText } from "./texts.ts";
