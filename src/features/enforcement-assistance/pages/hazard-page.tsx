/** The hazard assessment of a measure: three sources, each answered, then the review by another person. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  Card,
  ErrorSummary,
  Form,
  formatDay,
  HiddenField,
  LinkButton,
  Page,
  Status,
  SubmitButton,
} from "../../../ui/index.ts";
import {
  type AssessmentGap,
  type HazardSource,
  hazardSources,
  protectiveMeasures,
  type SourceAnswer,
  sourceLabels,
  statementsOf,
} from "../domain/hazard-assessment.ts";
import { vagueWords } from "../domain/wording.ts";
import type { StoredAssessment } from "../hazard-queries.ts";
import { assessmentWords, gapText, sourceSlugs } from "../hazard-texts.ts";
import { StatementView } from "./statement-view.tsx";

export type HazardView = {
  measureId: string;
  measureNumber: string;
  stored: StoredAssessment;
  mayWrite: boolean;
  gaps: readonly AssessmentGap[];
};

const crumbs = (view: HazardView) => [
  { href: "/faelle", label: "Fälle" },
  { href: `/massnahmen/${view.measureId}`, label: view.measureNumber },
];

type HazardPageProps = { view: HazardView; form: FormState; frame: Frame | undefined };

export const HazardPage = ({ view, form, frame }: HazardPageProps) => (
  <Page
    title="Gefährdungsbewertung"
    frame={frame}
    breadcrumbs={crumbs(view)}
    topics={[`measure:${view.measureId}`]}
    errorCount={Object.keys(form.errors).length}
    secret
  >
    <ErrorSummary form={form} title="Die Bewertung wurde nicht abgeschlossen." />
    <p class="kern-body">
      Drei Quellen, Aussage für Aussage: Tatsache oder Einschätzung, nie vermischt. Das Ergebnis sind Schutzmaßnahmen.
      Keine Zahl, keine Ampel, keine Rangfolge.
    </p>
    <Vague view={view} />
    {hazardSources.map((source) => (
      <SourceCard view={view} source={source} />
    ))}
    <Measures view={view} />
    <Review view={view} />
  </Page>
);

const Vague = ({ view }: { view: HazardView }) => {
  const found = vagueWords(
    statementsOf(view.stored.assessment)
      .map(({ text }) => text)
      .join("\n"),
  );
  if (found.length === 0) return null;
  return (
    <Alert kind="warning" title="Unbestimmte Wörter: Bitte die Tatsache nennen.">
      {found.map(({ question }) => (
        <p class="kern-body">{question}</p>
      ))}
    </Alert>
  );
};

const answerWords = (answer: SourceAnswer): { sign: string; text: string } => {
  if (answer.result === "open") return { sign: "○", text: "noch nicht beantwortet" };
  if (answer.result === "noFindings") return { sign: "✚", text: "keine Erkenntnisse" };
  return { sign: "✚", text: answer.statements.length === 1 ? "1 Aussage" : `${answer.statements.length} Aussagen` };
};

const SourceCard = ({ view, source }: { view: HazardView; source: HazardSource }) => {
  const answer = view.stored.assessment.sources[source];
  const href = `/massnahmen/${view.measureId}/gefaehrdung/${sourceSlugs[source]}`;
  return (
    <Card
      title={sourceLabels[source]}
      id={source}
      actions={
        view.mayWrite ? (
          <>
            <LinkButton href={`${href}/aussage`}>Aussage hinzufügen</LinkButton>
            {answer.result === "findings" && answer.statements.length > 0 ? null : (
              <LinkButton href={href}>Keine Erkenntnisse</LinkButton>
            )}
          </>
        ) : undefined
      }
    >
      <Status {...answerWords(answer)} kind={answer.result === "open" ? "neutral" : "info"} />
      {answer.result === "noFindings" ? <p>{`${answer.reference} (${formatDay(answer.answeredOn)})`}</p> : null}
      {answer.result === "findings"
        ? answer.statements.map((statement) => (
            <>
              <StatementView statement={statement} author={view.stored.authorNames.get(statement.author)} />
              {view.mayWrite ? <StatementActions view={view} href={href} id={statement.id} /> : null}
            </>
          ))
        : null}
    </Card>
  );
};

const StatementActions = ({ view, href, id }: { view: HazardView; href: string; id: string }) => (
  <div class="aw-buttons">
    <LinkButton href={`${href}/aussage?aussage=${id}`}>Aussage ändern</LinkButton>
    <Form action={`${href}/aussage/entfernen`} version={view.stored.version} inline>
      <HiddenField name="id" value={id} />
      <SubmitButton kind="secondary">Aussage entfernen</SubmitButton>
    </Form>
  </div>
);

const Measures = ({ view }: { view: HazardView }) => {
  const measures = protectiveMeasures(view.stored.assessment);
  return (
    <Card title="Schutzmaßnahmen (Ergebnis)">
      {measures.length === 0 ? <p>Noch keine.</p> : null}
      <ul>
        {measures.map((measure) => (
          <li>{measure}</li>
        ))}
      </ul>
    </Card>
  );
};

const Review = ({ view }: { view: HazardView }) => {
  const { assessment, reviewerName, version } = view.stored;
  const words = assessmentWords(assessment);
  return (
    <Card title="Prüfung durch eine andere Person">
      <Status {...words} kind={assessment.status === "final" ? "success" : "neutral"} />
      {assessment.status === "final" ? (
        <p>{`Geprüft von ${reviewerName ?? "–"} am ${formatDay(assessment.finalisedOn)}.`}</p>
      ) : (
        <>
          {view.gaps.length > 0 ? <p>Es fehlt noch:</p> : null}
          <ul>
            {view.gaps.map((gap) => (
              <li>{gapText(gap)}</li>
            ))}
          </ul>
          <p>
            Es prüft und schließt ab, wer keine Aussage und keine Antwort geschrieben hat, in der Rolle Sachbearbeitung.
          </p>
          {view.mayWrite ? (
            <Form action={`/massnahmen/${view.measureId}/gefaehrdung/abschliessen`} version={version}>
              <SubmitButton>Geprüft: Bewertung abschließen</SubmitButton>
            </Form>
          ) : null}
        </>
      )}
    </Card>
  );
};
