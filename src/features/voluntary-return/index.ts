/** Door of the voluntary return: its pages, its API, its place on the case page. */
export { takeStep } from "./take-step.ts";
export { voluntaryReturnApi } from "./api.ts";
export { returnPanel } from "./return-panel.tsx";
export { voluntaryReturnRoutes } from "./routes.tsx";
