/** Voluntary return on the case page: visible on every case, one action away (§ 86a AufenthG, G28). */
import { LinkButton, Status, type StatusKind } from "../../ui/index.ts";
import {
  type CasePanel,
  findOffer,
  possibleReturnEvents,
  type VoluntaryReturnEventType,
  voluntaryReturnLabels,
} from "../case/index.ts";
import { stepLabels } from "./step-forms.ts";
import { standingOf, usualStep } from "./words.ts";

const kindOf: Readonly<Record<VoluntaryReturnEventType, StatusKind>> = {
  offered: "info",
  counselled: "info",
  applied: "info",
  approved: "success",
  booked: "success",
  departed: "success",
  declined: "neutral",
  withdrawn: "neutral",
  expired: "neutral",
};

export const returnPanel: CasePanel = {
  slot: "side",
  name: "ausreise",
  title: "Freiwillige Ausreise",
  render: async ({ db, actor }, file) => {
    const stored = await findOffer({ db }, file.id);
    const possible = stored ? possibleReturnEvents(stored.offer.status) : (["offered"] as const);
    const first = usualStep(stored?.offer.status, possible);
    return (
      <>
        {stored ? (
          <>
            <p>
              <Status sign="●" text={voluntaryReturnLabels[stored.offer.status]} kind={kindOf[stored.offer.status]} />
            </p>
            <p>{standingOf(stored.offer)}</p>
          </>
        ) : (
          <p>Noch nicht angeboten. Das Angebot geht jeder Maßnahme vor.</p>
        )}
        {actor.role === "caseworker" && first ? (
          <div class="aw-buttons">
            <LinkButton href={`/faelle/${file.id}/ausreise/${first}`}>{stepLabels[first]}</LinkButton>
            <LinkButton href={`/faelle/${file.id}/ausreise`}>Alle Schritte</LinkButton>
          </div>
        ) : null}
      </>
    );
  },
};
