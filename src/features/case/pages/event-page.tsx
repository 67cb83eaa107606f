/** Forms for legal events, made from the field descriptions of the domain. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  Card,
  DateField,
  ErrorSummary,
  Form,
  formatDay,
  LinkButton,
  NumberField,
  Page,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
} from "../../../ui/index.ts";
import {
  compartmentOf,
  definitionOf,
  type EventCompartment,
  fieldsOf,
  type LegalEventType,
  legalEventGroups,
  type NamedEventField,
} from "../domain/legal-event.ts";
import type { CaseFile, RecordedEvent } from "../queries.ts";

type FrameProp = { frame: Frame | undefined };

const crumbs = (file: CaseFile) => [
  { href: "/faelle", label: "Fälle" },
  { href: `/faelle/${file.id}`, label: "Fallakte" },
];

/** First step: what kind of event? */
export const EventKindPage = ({ file, isNew, frame }: { file: CaseFile; isNew: boolean } & FrameProp) => (
  <Page title="Rechtsereignis erfassen" frame={frame} breadcrumbs={crumbs(file)} fileNumber={file.fileNumber}>
    {isNew ? (
      <Alert kind="success" title="Der Fall ist angelegt." announce>
        <p>Erfassen Sie jetzt die ersten Rechtsereignisse. Aus ihnen wird die Vollziehbarkeit abgeleitet.</p>
        <p>
          <a href={`/faelle/${file.id}`}>Zur Fallakte</a>
        </p>
      </Alert>
    ) : null}
    <p class="kern-body">
      Was ist geschehen? Ereignisse werden nie geändert. Ein Fehler wird mit Begründung berichtigt.
    </p>
    {legalEventGroups.map(({ title, types }) => (
      <Card title={title}>
        <ul class="aw-link-list">
          {types.map((type) => (
            <li>
              <a href={`/faelle/${file.id}/ereignisse/neu?art=${type}`}>{definitionOf(type).label}</a>
              <span class="kern-body kern-body--small"> {definitionOf(type).norm.norm}</span>
            </li>
          ))}
        </ul>
      </Card>
    ))}
  </Page>
);

/** Who will see the entry is said before it is made. */
const places: Readonly<Record<EventCompartment, string>> = {
  legal: "",
  custody: "Der Eintrag liegt im Bereich „Gewahrsam und Übergaben“.",
  schedule: "Der Eintrag liegt im Bereich „Zeit und Ablauf“ (§ 97a AufenthG).",
};

type EventPageProps = { file: CaseFile; type: LegalEventType; events: RecordedEvent[]; form: FormState } & FrameProp;

export const EventPage = ({ file, type, events, form, frame }: EventPageProps) => (
  <Page
    title="Rechtsereignis erfassen"
    heading={definitionOf(type).label}
    frame={frame}
    breadcrumbs={crumbs(file)}
    errorCount={Object.keys(form.errors).length}
    fileNumber={file.fileNumber}
  >
    <ErrorSummary form={form} title="Das Ereignis wurde nicht gespeichert." />
    <Alert kind="info" title={`Rechtsgrundlage: ${definitionOf(type).norm.norm}`}>
      <p class="kern-body">
        Aus den Ereignissen wird abgeleitet, ob die Ausreisepflicht vollziehbar ist und welche Fristen laufen.
      </p>
      {places[compartmentOf(type)]}
    </Alert>
    <Form action={`/faelle/${file.id}/ereignisse/${type}`} version={file.version}>
      {fieldsOf(type).map((field) => (
        <EventField field={field} form={form} events={events} />
      ))}
      <ButtonRow>
        <SubmitButton>Ereignis speichern</SubmitButton>
        <LinkButton href={`/faelle/${file.id}`}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);

/** Entries that still count, of the kinds that the field may point to; a correction is never corrected. */
function choosable(events: readonly RecordedEvent[], types: readonly string[]): RecordedEvent[] {
  const corrected = new Set(events.flatMap((event) => (event.type === "eventCorrected" ? event.corrects : [])));
  return events.filter(
    ({ id, type }) => type !== "eventCorrected" && !corrected.has(id) && (types.length === 0 || types.includes(type)),
  );
}

const eventOption = (event: RecordedEvent) => ({
  value: event.id,
  label: `${formatDay(event.on)} – ${definitionOf(event.type).label}`,
});

type EventFieldProps = { field: NamedEventField; form: FormState; events: RecordedEvent[] };

function EventField({ field, form, events }: EventFieldProps) {
  const common = { name: field.name, label: field.label, required: field.required, form };
  switch (field.kind) {
    case "event":
      return <SelectField {...common} options={choosable(events, field.types).map(eventOption)} />;
    case "time":
      return <TimeField {...common} />;
    case "duration":
      return <TextField {...common} hint="Zum Beispiel 6 Monate, 2 Wochen oder 14 Tage" />;
    case "day":
      return <DateField {...common} />;
    case "number":
      return <NumberField {...common} />;
    case "text":
      return <TextArea {...common} rows={2} />;
    case "boolean":
      return <SelectField {...common} options={yesNo} />;
    case "choice":
      return (
        <SelectField {...common} options={Object.entries(field.choices).map(([value, label]) => ({ value, label }))} />
      );
  }
}

const yesNo = [
  { value: "true", label: "ja" },
  { value: "false", label: "nein" },
];
