/** Door of the deadlines: compute one, derive those of a case, keep them with the case. */
export { computeDeadline } from "./domain/compute.ts";
export { firstDeadlines, renewDeadlines } from "./renew.ts";
