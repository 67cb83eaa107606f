/** Pages of the stop: issue it on a check page of its own, follow who has confirmed, list the stops. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  Card,
  DataTable,
  DateField,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  formatInstant,
  HiddenField,
  LinkButton,
  Pager,
  Page,
  RadioGroup,
  SelectField,
  Status,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
} from "../../../ui/index.ts";
import { causeLabels } from "../../measure/index.ts";
import { stopReasonLabels } from "../domain/stop.ts";
import type { Recipient, StoredStop } from "../queries.ts";

type FrameProp = { frame: Frame | undefined };

const reasons = Object.entries(stopReasonLabels).map(([value, label]) => ({ value, label }));

type IssueProps = { measureId: string; number: string; newId: string; back: string; form: FormState } & FrameProp;

export const IssueStopPage = ({ measureId, number, newId, back, form, frame }: IssueProps) => (
  <Page
    title="Stopp auslösen"
    heading={`Stopp auslösen: Maßnahme ${number}`}
    frame={frame}
    errorCount={Object.keys(form.errors).length}
    secret
  >
    <ErrorSummary form={form} title="Der Stopp wurde noch nicht ausgelöst." />
    <Alert kind="warning" title="Der Stopp wirkt sofort.">
      <p class="kern-body">
        Die Maßnahme ist mit dem Absenden gestoppt. Alle offenen Ersuchen sind zurückgezogen. Alle Beteiligten sehen den
        Stopp sofort und müssen ihn bestätigen. Das Schreiben kann folgen.
      </p>
    </Alert>
    <Form action={`/massnahmen/${measureId}/stopp`} checkPage>
      <HiddenField name="id" value={newId} />
      <RadioGroup name="reason" label="Wer hat den Stopp veranlasst?" required form={form} options={reasons} />
      <TextArea
        name="source"
        label="Woher wissen Sie es?"
        hint="Wer hat es wie mitgeteilt, zum Beispiel: VG Musterstadt, Anruf 06:40, Beschluss folgt. Keine Diagnosen."
        required
        form={form}
        maxlength={2000}
      />
      <SelectField
        name="cause"
        label="Grund für die Zahlen"
        hint="Nur wenn er schon bekannt ist. Sonst zählt, wer den Stopp veranlasst hat."
        form={form}
        options={Object.entries(causeLabels).map(([value, label]) => ({ value, label }))}
      />
      <DateField name="on" label="Mitgeteilt am" required form={form} />
      <TimeField name="at" label="um" required form={form} />
      <ButtonRow>
        <SubmitButton kind="danger">Maßnahme jetzt stoppen</SubmitButton>
        <LinkButton href={back}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);

const statusOf = ({ confirmedAt, seenAt, deliveredAt }: Recipient) =>
  confirmedAt
    ? { sign: "✚", text: "bestätigt", kind: "success" as const }
    : seenAt
      ? { sign: "◑", text: "gelesen", kind: "warning" as const }
      : deliveredAt
        ? { sign: "◔", text: "zugestellt", kind: "warning" as const }
        : { sign: "○", text: "gesendet", kind: "danger" as const };

const by = ({ confirmedAt, confirmedBy, channel, phone }: Recipient): string =>
  confirmedAt
    ? `${confirmedBy ?? ""}, ${formatInstant(confirmedAt)}${channel === "telephone" ? ", telefonisch" : ""}`
    : `noch nicht bestätigt – ${phone ? `anrufen: ${phone}` : "keine Telefonnummer hinterlegt"}`;

type StopPageProps = { stop: StoredStop; authorityId: string; form: FormState; mayNoteTelephone: boolean } & FrameProp;

export function StopPage({ stop, authorityId, form, mayNoteTelephone, frame }: StopPageProps) {
  const mine = stop.recipients.find((recipient) => recipient.authorityId === authorityId);
  const missing = stop.recipients.filter(({ confirmedAt }) => !confirmedAt);
  return (
    <Page
      title="Stopp"
      heading={`Stopp: Maßnahme ${stop.measureNumber}`}
      frame={frame}
      topics={[`measure:${stop.measureId}`]}
      errorCount={Object.keys(form.errors).length}
      secret
    >
      <ErrorSummary form={form} />
      <Alert kind="danger" title={`Gestoppt: ${stopReasonLabels[stop.reason]}`}>
        <p class="kern-body">{stop.source}</p>
      </Alert>
      {mine && !mine.confirmedAt ? (
        <Form action={`/stopp/${stop.id}/bestaetigen`} inline>
          <SubmitButton>Stopp bestätigen</SubmitButton>
        </Form>
      ) : null}
      <Card title="Angaben">
        <DescriptionList
          items={[
            { term: "Mitgeteilt", value: formatInstant(stop.happenedAt) },
            {
              term: "Ausgelöst",
              value: `${formatInstant(stop.enteredAt)}, ${stop.enteredByName} (${stop.enteredAuthority})`,
            },
          ]}
        />
      </Card>
      <Card title={`Bestätigungen: ${stop.recipients.length - missing.length} von ${stop.recipients.length}`}>
        <ul class="aw-plain-list">
          {stop.recipients.map((recipient) => (
            <li>
              <Status {...statusOf(recipient)} /> <strong>{recipient.name}</strong> {by(recipient)}
            </li>
          ))}
        </ul>
      </Card>
      {mayNoteTelephone && missing.length > 0 ? <TelephoneForm stop={stop} missing={missing} form={form} /> : null}
    </Page>
  );
}

const TelephoneForm = ({ stop, missing, form }: { stop: StoredStop; missing: Recipient[]; form: FormState }) => (
  <Card title="Telefonisch bestätigt">
    <Form action={`/stopp/${stop.id}/telefon`}>
      <SelectField
        name="authority"
        label="Stelle"
        required
        form={form}
        options={missing.map(({ authorityId, name }) => ({ value: authorityId, label: name }))}
      />
      <TextField name="reached" label="Wen haben Sie erreicht?" required form={form} maxlength={200} />
      <TextField name="note" label="Vermerk" form={form} maxlength={800} />
      <SubmitButton kind="secondary">Anruf vermerken</SubmitButton>
    </Form>
  </Card>
);

type StopListProps = { stops: StoredStop[]; page: number; pages: number } & FrameProp;

export const StopListPage = ({ stops, page, pages, frame }: StopListProps) => (
  <Page title="Stopp-Signale" frame={frame}>
    <DataTable
      caption="Stopp-Signale"
      rows={stops}
      rowHref={({ id }) => `/stopp/${id}`}
      columns={[
        { key: "number", label: "Maßnahme", cell: ({ measureNumber }) => measureNumber },
        { key: "at", label: "Ausgelöst", cell: ({ enteredAt }) => formatInstant(enteredAt) },
        { key: "reason", label: "Grund", cell: ({ reason }) => stopReasonLabels[reason] },
        {
          key: "confirmed",
          label: "Bestätigt",
          cell: ({ recipients }) =>
            `${recipients.filter(({ confirmedAt }) => confirmedAt).length} von ${recipients.length}`,
        },
      ]}
      empty={<EmptyState title="Keine Stopp-Signale.">Ein Stopp wird auf der Seite der Maßnahme ausgelöst.</EmptyState>}
    />
    <Pager page={page} pages={pages} href={(to) => `/stopp?seite=${to}`} />
  </Page>
);
