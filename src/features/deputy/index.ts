/** Door of the deputies: their page, and for whom an officer stands in today. */
export { type Deputy, deputisedToday } from "./queries.ts";
export { deputyRoutes } from "./routes.tsx";
export { setDeputy } from "./set-deputy.ts";
