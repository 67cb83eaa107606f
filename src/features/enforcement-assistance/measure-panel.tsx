/** On the page of a measure: state of the hazard assessment, the requests to the police, and the way to a new one. */
import { Alert, Card, LinkButton, Status } from "../../ui/index.ts";
import { hasEnded, type MeasurePanel } from "../measure/index.ts";
import { isOpen, RequestLine, requestsOfMeasure } from "../request/index.ts";
import { misaddressed } from "./addressee.ts";
import { policeFor } from "./competence.ts";
import { findAssessment } from "./hazard-queries.ts";
import { assessmentWords } from "./hazard-texts.ts";
import { enforcementAssistance } from "./type.ts";

export const assistancePanel: MeasurePanel = async (context, stored) => {
  const { assessment } = await findAssessment(context, stored.id);
  const requests = (await requestsOfMeasure(context, stored.id)).filter(
    ({ type }) => type === enforcementAssistance.domain.id,
  );
  const mayAsk = ["caseworker", "supervisor"].includes(context.actor.role) && !hasEnded(stored.measure);
  const open = requests.filter(({ state }) => isOpen(state) && state.status !== "draft");
  const police = open.length > 0 ? await policeFor(context, stored.id) : undefined;
  const lost = police?.ok ? open.flatMap((request) => misaddressed(police, request)?.text ?? []) : [];
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
        {lost.map((text) => (
          <Alert kind="danger" title="Der Empfänger ist für den Einsatzort nicht zuständig.">
            <p class="kern-body">{text} Ziehen Sie es zurück und richten Sie ein neues Ersuchen.</p>
          </Alert>
        ))}
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
