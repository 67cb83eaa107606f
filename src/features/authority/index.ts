/** Door of the directory: who is competent where, municipalities, states, officers. */
export { loadReferenceData } from "./load-reference.ts";
export { chosenMunicipality } from "./municipality-choice.ts";
export {
  type Competence,
  competentAuthorities,
  findAuthority,
  findMunicipality,
  findState,
  listOfficers,
  listStates,
  mediatorFor,
} from "./queries.ts";
export { authorityRoutes } from "./routes.ts";
