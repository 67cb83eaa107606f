/** On the page of a measure: state of the hazard assessment, the requests to the police, and the way to a new one. */
import { Card, LinkButton, Status } from "../../ui/index.ts";
import { hasEnded, type MeasurePanel } from "../measure/index.ts";
import { RequestLine, requestsOfMeasure } from "../request/index.ts";
import { findAssessment } from "./hazard-queries.ts";
import { assessmentWords } from "./hazard-texts.ts";
import { enforcementAssistance } from "./type.ts";

export const assistancePanel: MeasurePanel = async (context, stored) => {
  const { assessment } = await findAssessment(context, stored.id);
  const requests = (await requestsOfMeasure(context, stored.id)).filter(
    ({ type }) => type === enforcementAssistance.domain.id,
  );
  const mayAsk = ["caseworker", "supervisor"].includes(context.actor.role) && !hasEnded(stored.measure);
  return (
    <>
      <Card title="Gefährdungsbewertung">
        <p>
          <Status {...assessmentWords(assessment)} kind={assessment.status === "final" ? "success" : "neutral"} />
        </p>
        <LinkButton href={`/massnahmen/${stored.id}/gefaehrdung`}>Gefährdungsbewertung öffnen</LinkButton>
      </Card>
      <Card title="Vollzugshilfe der Polizei" id="vollzugshilfe">
        {requests.length === 0 ? <p>{mayAsk ? "Noch kein Ersuchen." : "Kein Ersuchen."}</p> : null}
        <ul class="aw-plain-list">
          {requests.map((request) => (
            <RequestLine stored={request} types={[enforcementAssistance]} />
          ))}
        </ul>
        {mayAsk ? (
          <LinkButton href={`/massnahmen/${stored.id}/vollzugshilfe/neu`}>Vollzugshilfe erbitten</LinkButton>
        ) : null}
      </Card>
    </>
  );
};
