/** Door of the sign-in: its routes. */
export { signInRoutes } from "./routes.tsx";
