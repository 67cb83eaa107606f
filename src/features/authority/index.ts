/** Door of the directory: who is competent where, municipalities, states, officers. */
export { loadReferenceData } from "./load-reference.ts";
export { chosenMunicipality } from "./municipality-choice.ts";
export {
  type Authority,
  type Competence,
  type Competences,
  competentAuthorities,
  findAuthority,
  findMunicipality,
  findState,
  listOfficers,
  listStates,
  mediatorFor,
  type Municipality,
  type Officer,
  searchMunicipalities,
  type State,
} from "./queries.ts";
export { authorityRoutes } from "./routes.ts";
