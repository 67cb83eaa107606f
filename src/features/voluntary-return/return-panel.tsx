/** Voluntary return on the case page: visible on every case, one action away (§ 86a AufenthG, G28). */
import { LinkButton, Status, type StatusKind } from "../../ui/index.ts";
import { type CasePanel, findOffer, possibleReturnEvents, type VoluntaryReturnEventType } from "../case/index.ts";
import { stepLabels } from "./step-forms.ts";
import { standingOf, stepOrder } from "./words.ts";

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
    const [first] = stepOrder.filter((step) => possible.some((one) => one === step));
    return (
      <>
        {stored ? (
          <p>
            <Status sign="●" text={standingOf(stored.offer)} kind={kindOf[stored.offer.status]} />
          </p>
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
