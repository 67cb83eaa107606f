/** One recorded legal event: what it says, what it changed about the deadlines, and the way to correct it. Nothing is edited here. */
import { Temporal } from "temporal-polyfill";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  Card,
  DescriptionList,
  formatDay,
  formatInstant,
  LinkButton,
  Page,
} from "../../../ui/index.ts";
import type { KeptChange } from "../../deadline/index.ts";
import { enforceabilityStates, type EnforceabilityState } from "../domain/enforceability-state.ts";
import { durationText } from "../domain/german-duration.ts";
import { definitionOf, fieldsOf, type NamedEventField } from "../domain/legal-event.ts";
import type { CaseFile, RecordedEvent } from "../queries.ts";

type RecordedEventProps = {
  file: CaseFile;
  event: RecordedEvent;
  events: readonly RecordedEvent[];
  changes: readonly KeptChange[];
  state: EnforceabilityState | undefined;
  isNew: boolean;
  mayCorrect: boolean;
  frame: Frame | undefined;
};

export const RecordedEventPage = (props: RecordedEventProps) => {
  const { file, event, events, changes, state, isNew, mayCorrect, frame } = props;
  const corrected = events.find((other) => other.type === "eventCorrected" && other.corrects === event.id);
  const isCorrectable = mayCorrect && !corrected && event.type !== "eventCorrected";
  return (
    <Page
      title="Rechtsereignis"
      heading={definitionOf(event.type).label}
      frame={frame}
      breadcrumbs={[
        { href: "/faelle", label: "Fälle" },
        { href: `/faelle/${file.id}`, label: "Fallakte" },
      ]}
      topics={[`case:${file.id}`]}
      fileNumber={file.fileNumber}
    >
      {isNew ? <Alert kind="success" title="Das Ereignis ist gespeichert." announce /> : null}
      {corrected ? (
        <Alert kind="warning" title="Dieser Eintrag ist berichtigt und zählt nicht.">
          <a href={`/faelle/${file.id}/ereignisse/${corrected.id}`}>Zur Berichtigung</a>
        </Alert>
      ) : null}
      <Card title="Fristen">
        <Changes changes={changes} />
        {state ? <p>{`Ausreisepflicht nach allen Ereignissen: ${enforceabilityStates[state]}.`}</p> : null}
      </Card>
      <Card title="Angaben">
        <DescriptionList items={detailsOf(event, file.id, events)} />
      </Card>
      <ButtonRow>
        <LinkButton href={`/faelle/${file.id}`}>Zur Fallakte</LinkButton>
        <LinkButton href={`/faelle/${file.id}/ansicht/fristen`}>Zu den Fristen</LinkButton>
        {isCorrectable ? (
          <LinkButton href={`/faelle/${file.id}/ereignisse/neu?art=eventCorrected&eintrag=${event.id}`}>
            Eintrag berichtigen
          </LinkButton>
        ) : null}
      </ButtonRow>
    </Page>
  );
};

const Changes = ({ changes }: { changes: readonly KeptChange[] }) =>
  changes.length === 0 ? (
    <p>Durch dieses Ereignis hat sich keine Frist geändert.</p>
  ) : (
    <>
      <p>Durch dieses Ereignis haben sich Fristen geändert:</p>
      <ul>
        {changes.map(({ title, text }) => (
          <li>
            <strong>{title}</strong>: {text}
          </li>
        ))}
      </ul>
    </>
  );

function detailsOf(event: RecordedEvent, caseId: string, events: readonly RecordedEvent[]) {
  // Each value was read by the description of its field.
  const values = event as unknown as Record<string, unknown>;
  const fields = fieldsOf(event.type).flatMap((field) => {
    const value = values[field.name];
    return value === undefined ? [] : [{ term: field.label, value: shown(field, value, caseId, events) }];
  });
  return [
    ...fields,
    { term: "Rechtsgrundlage", value: definitionOf(event.type).norm.norm },
    { term: "Erfasst", value: `${formatInstant(event.recordedAt)}${event.recordedBy ? `, ${event.recordedBy}` : ""}` },
  ];
}

function shown(field: NamedEventField, value: unknown, caseId: string, events: readonly RecordedEvent[]) {
  if (value instanceof Temporal.PlainDate) return formatDay(value);
  if (typeof value === "boolean") return value ? "ja" : "nein";
  const text = String(value);
  if (field.kind === "choice") return field.choices[text] ?? text;
  if (field.kind === "duration") return durationText(text);
  if (field.kind === "time") return `${text} Uhr`;
  if (field.kind !== "event") return text;
  const other = events.find(({ id }) => id === text);
  const label = other ? `${definitionOf(other.type).label}, ${formatDay(other.on)}` : text;
  return <a href={`/faelle/${caseId}/ereignisse/${text}`}>{label}</a>;
}
