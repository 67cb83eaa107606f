/** Door of the deputies: their page, who is away today, and for whom an officer stands in. */
export { absentToday, type Deputy, deputisedToday } from "./queries.ts";
export { deputyRoutes } from "./routes.tsx";
export { setDeputy } from "./set-deputy.ts";
