/** One request as both sides see it: what is asked (only the slice of the reader), the dialogue, the clock, the steps. */
import type { Child } from "hono/jsx";
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  Card,
  Columns,
  DescriptionList,
  formatInstant,
  LinkButton,
  Page,
  remaining,
  Status,
} from "../../../ui/index.ts";
import type { StoredRequest } from "../queries.ts";
import type { RequestView } from "../request-view.ts";
import { statusOf } from "../texts.ts";
import { AttachmentsCard } from "./attachments-card.tsx";
import { Dialogue } from "./dialogue.tsx";
import { Ledger } from "./ledger.tsx";
import { Positions } from "./positions.tsx";
import { StepsCard } from "./steps-card.tsx";
import { TelephoneCard } from "./telephone-card.tsx";

type Forms = { attachment: FormState; telephone: FormState };
type RequestPageProps = { view: RequestView; forms: Forms; error?: string | undefined; frame: Frame | undefined };

export const RequestPage = ({ view, forms, error, frame }: RequestPageProps) => (
  <Page
    title="Ersuchen"
    heading={`Ersuchen ${view.stored.number}`}
    frame={frame}
    breadcrumbs={crumbs(view)}
    topics={[`request:${view.stored.id}`]}
    fileNumber={view.fileNumber}
    errorCount={error || Object.keys({ ...forms.attachment.errors, ...forms.telephone.errors }).length > 0 ? 1 : 0}
    actions={
      view.hasLetter ? <LinkButton href={`/ersuchen/${view.stored.id}/brief.pdf`}>Brief (PDF)</LinkButton> : undefined
    }
    secret
    wide
  >
    {error ? (
      <Alert kind="danger" title="Der Schritt wurde nicht ausgeführt.">
        <p class="kern-body">{error}</p>
      </Alert>
    ) : null}
    <Notices view={view} />
    <Columns layout="main-aside">
      <div>
        <Card title="Kurzblick">
          <Head view={view} />
          {view.content}
        </Card>
        <AttachmentsCard
          requestId={view.stored.id}
          files={view.files}
          upload={
            view.mayUpload
              ? {
                  newId: view.newAttachmentId,
                  form: forms.attachment,
                  isDraft: view.stored.state.status === "draft",
                }
              : undefined
          }
        />
      </div>
      <div>
        <StepsCard view={view} />
        <Card title="Verlauf" id="verlauf">
          {view.entries.length === 0 ? <p>Noch keine Einträge.</p> : null}
          <Dialogue entries={view.entries} type={view.type} authorities={view.authorities} />
        </Card>
        {view.stored.state.status === "draft" ? null : (
          <TelephoneCard requestId={view.stored.id} form={forms.telephone} />
        )}
      </div>
    </Columns>
    {view.party === "requester" ? (
      <Card title="Übermittlungsverzeichnis">
        <Ledger entries={view.ledger} types={[view.type]} caption="Übermittelte Angaben dieses Ersuchens" />
      </Card>
    ) : null}
  </Page>
);

const crumbs = ({ party, stored }: RequestView) => [
  { href: "/ersuchen", label: "Ersuchen" },
  ...(party === "requester" ? [{ href: `/faelle/${stored.caseId}`, label: "Fallakte" }] : []),
];

const Notices = ({ view: { stored, party, type } }: { view: RequestView }) => {
  const { state } = stored;
  if (state.status === "withdrawn")
    return (
      <Alert kind="warning" title="Dieses Ersuchen ist zurückgezogen.">
        <p class="kern-body">
          {state.reason} {party === "requester" ? "" : "Der Inhalt ist nicht mehr einsehbar."}
        </p>
      </Alert>
    );
  if (state.status === "mediation") return <Positions state={state} />;
  if (state.status === "draft" && party === "requester" && type.ownSteps.sent)
    return (
      <Alert kind="info" title="Dieses Ersuchen ist ein Entwurf.">
        <p class="kern-body">
          <a href={`/ersuchen/${stored.id}/aufgaben`}>Zur Aufgabenliste</a>
        </p>
      </Alert>
    );
  return null;
};

const waitingWords = {
  owner: "die ersuchende Behörde",
  addressee: "die ersuchte Behörde",
  mediator: "die Vermittlung",
};

const clockText = ({ waitingFor, waitingSince, answerDueAt }: StoredRequest, now: Date): Child => {
  if (!waitingFor || !waitingSince) return "niemand ist am Zug";
  const words = waitingWords[waitingFor as keyof typeof waitingWords] ?? waitingFor;
  const due = answerDueAt ? `, erbeten bis ${formatInstant(answerDueAt)} (${remaining(answerDueAt, now)})` : "";
  return `auf ${words} seit ${formatInstant(waitingSince)}${due}. Schweigen gilt nicht als Zustimmung.`;
};

const Head = ({ view }: { view: RequestView }) => {
  const { stored, type, party, now } = view;
  const stage = type.domain.stages.find(({ name }) => name === stored.stage)?.label;
  return (
    <DescriptionList
      items={[
        { term: "Art", value: type.domain.germanName },
        { term: "Stand", value: <Status {...statusOf(stored.state.status)} /> },
        ...(stage ? [{ term: "Zwischenstand", value: stage }] : []),
        { term: "Wartet", value: clockText(stored, now) },
        { term: "Von", value: stored.ownerName },
        { term: "An", value: stored.addresseeName },
        ...(view.mediatorName ? [{ term: "Vermittlung", value: view.mediatorName }] : []),
        ...(view.fileNumber ? [{ term: "Aktenzeichen", value: view.fileNumber }] : []),
        ...(view.measureNumber
          ? [
              {
                term: "Maßnahme",
                value:
                  party === "requester" ? (
                    <a href={`/massnahmen/${stored.measureId}`}>{view.measureNumber}</a>
                  ) : (
                    view.measureNumber
                  ),
              },
            ]
          : []),
      ]}
    />
  );
};
