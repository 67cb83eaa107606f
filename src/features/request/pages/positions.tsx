/** Both positions of a disagreement, as the mediator and both sides read them. */
import { Alert } from "../../../ui/index.ts";
import type { StoredRequest } from "../queries.ts";

export const Positions = ({ state }: { state: StoredRequest["state"] }) =>
  state.status === "mediation" ? (
    <Alert kind="info" title="In Vermittlung: beide Positionen">
      <p class="kern-body">
        {state.contestedBy === "requester" ? "Ersuchende Behörde" : "Ersuchte Behörde"}: {state.position}
      </p>
      <p class="kern-body">Andere Seite: {state.otherPosition}</p>
    </Alert>
  ) : null;
