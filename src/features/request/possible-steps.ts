/** Which steps a reader may take now: what the table allows, for the side and the role. The server checks again. */
import type { Actor } from "../../platform/actor.ts";
import { possibleEvents } from "./domain/request-table.ts";
import { mayDo } from "./domain/request-type.ts";
import type { Party, RequestEventType } from "./domain/request.ts";
import type { StoredRequest } from "./queries.ts";
import type { RegisteredType } from "./registered-type.ts";

/** Steps that only say "noted": one click. All others have a page on which they are said in full. */
export const oneClickSteps: readonly RequestEventType[] = ["received", "reviewStarted"];

export function stepsFor(
  actor: Actor,
  party: Party,
  type: RegisteredType,
  { state }: StoredRequest,
): RequestEventType[] {
  return possibleEvents(state.status).filter((event) => {
    if (!mayDo(type.domain, event, { party, role: actor.role })) return false;
    if (event === "received" && state.status === "received") return false;
    if (event === "conditionsAgreed" && state.status === "acceptedWithConditions") return !state.agreed;
    if (event === "executed" && state.status === "acceptedWithConditions") return state.agreed;
    if (event === "contested" && state.status === "declined") return !state.mediated;
    return true;
  });
}

/** Stages of the kind that are next inside the present status. */
export const stagesFor = ({ domain }: RegisteredType, { state, stage }: StoredRequest) =>
  state.status === "draft" ? [] : domain.stages.filter((each) => each.in === state.status && each.after === stage);
