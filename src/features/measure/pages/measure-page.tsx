/** The page of a measure: where it stands, its plan, its gates, who approved, and the steps that are possible now. */
import type { Child } from "hono/jsx";
import type { Frame } from "../../../kernel/frame.ts";
import { Alert, Card, Columns, DescriptionList, formatInstant, LinkButton, Page, Status } from "../../../ui/index.ts";
import type { Evaluated } from "../gate-evaluation.ts";
import { isPlannable, statusLabels } from "../domain/measure.ts";
import { possibleEvents } from "../domain/measure-table.ts";
import { measureKinds, type MeasureKind } from "../open-measure.ts";
import type { Approval, MeasurePlan, StoredAnswer, StoredMeasure } from "../queries.ts";
import { eventLabels } from "../texts.ts";
import { GatesPanel } from "./gates-panel.tsx";

export type MeasureView = {
  stored: StoredMeasure;
  fileNumber: string;
  plan: MeasurePlan | undefined;
  evaluated: Evaluated;
  answers: readonly StoredAnswer[];
  approvals: readonly Approval[];
  persons: number;
  targetStateName: string;
  mayAct: boolean;
  mayApprove: boolean;
};

type MeasurePageProps = {
  view: MeasureView;
  frame: Frame | undefined;
  error?: string | undefined;
  panels: readonly Child[];
};

export const MeasurePage = ({ view, frame, error, panels }: MeasurePageProps) => (
  <Page
    title="Maßnahme"
    heading={`Maßnahme ${view.stored.number}`}
    frame={frame}
    breadcrumbs={[
      { href: "/faelle", label: "Fälle" },
      { href: `/faelle/${view.stored.caseId}`, label: "Fallakte" },
    ]}
    topics={[`measure:${view.stored.id}`]}
    fileNumber={view.fileNumber}
    errorCount={error ? 1 : 0}
    actions={<StopLink view={view} />}
    secret
    wide
  >
    {error ? (
      <Alert kind="danger" title="Der Schritt wurde nicht ausgeführt.">
        <p class="kern-body">{error}</p>
      </Alert>
    ) : null}
    {view.stored.measure.status === "stopped" ? <Stopped text={view.stored.measure.stop.text} /> : null}
    <Columns layout="main-aside">
      <div>
        <Card title="Prüfpunkte">
          <GatesPanel
            measureId={view.stored.id}
            schedule={view.evaluated.schedule}
            execution={view.evaluated.execution}
            answers={view.answers}
            mayAnswer={view.mayAct}
          />
        </Card>
      </div>
      <div>
        <Card title="Stand">
          <Status sign="●" text={statusLabels[view.stored.measure.status]} kind="info" />
          <Facts view={view} />
        </Card>
        <Steps view={view} />
        <Plan view={view} />
        {panels}
      </div>
    </Columns>
  </Page>
);

const StopLink = ({ view }: { view: MeasureView }) => (
  <LinkButton href={`/massnahmen/${view.stored.id}/stopp`}>■ Stopp auslösen</LinkButton>
);

const Stopped = ({ text }: { text: string }) => (
  <Alert kind="danger" title="Diese Maßnahme ist gestoppt.">
    <p class="kern-body">{text} Ein neuer Versuch ist eine neue Maßnahme.</p>
  </Alert>
);

const Facts = ({ view: { stored, fileNumber, persons, targetStateName, approvals } }: { view: MeasureView }) => (
  <DescriptionList
    items={[
      { term: "Aktenzeichen", value: fileNumber },
      { term: "Art", value: measureKinds[stored.kind as MeasureKind] ?? stored.kind },
      { term: "Versuch", value: String(stored.measure.attemptNo) },
      { term: "Personen", value: String(persons) },
      { term: "Zielstaat", value: targetStateName },
      {
        term: "Freigaben",
        value:
          approvals.length === 0
            ? "noch keine (zwei verschiedene Personen der Leitung nötig)"
            : approvals.map(({ name, at }) => <p>{`${name}, ${formatInstant(at)}`}</p>),
      },
    ]}
  />
);

const Steps = ({ view }: { view: MeasureView }) => {
  const steps = possibleEvents(view.stored.measure.status).filter(
    (type) => type !== "stopped" && (type !== "approvalGiven" || view.mayApprove),
  );
  if (!view.mayAct || steps.length === 0) return null;
  return (
    <Card title="Mögliche Schritte">
      <ul class="aw-link-list">
        {steps.map((type) => (
          <li>
            <a href={`/massnahmen/${view.stored.id}/schritte/${type}`}>
              {eventLabels[type as keyof typeof eventLabels]}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
};

const instantOr = (instant: Date | null | undefined, otherwise: string): string =>
  instant ? formatInstant(instant) : otherwise;

const Plan = ({ view: { plan, stored, mayAct } }: { view: MeasureView }) => (
  <Card
    title="Planung"
    actions={
      mayAct && isPlannable(stored.measure) ? (
        <LinkButton href={`/massnahmen/${stored.id}/planung`}>Ändern</LinkButton>
      ) : undefined
    }
  >
    <DescriptionList
      items={[
        { term: "Beginn", value: instantOr(plan?.startsAt, "noch nicht geplant") },
        { term: "Ankunft", value: instantOr(plan?.arrivesAt, "noch nicht geplant") },
        { term: "Einsatzort", value: plan?.place ?? "–" },
        { term: "Wohnung wird betreten", value: plan?.dwelling ? "ja" : "nein" },
        { term: "Hinweis", value: plan?.note ?? "–" },
      ]}
    />
  </Card>
);
