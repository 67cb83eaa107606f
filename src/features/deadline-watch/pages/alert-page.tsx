/** One alert: what expired, how late it was noticed, what to look at, and who has acknowledged it with what note. */
import type { Frame } from "../../../kernel/frame.ts";
import type { FormState } from "../../../kernel/form-state.ts";
import {
  Alert,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  formatInstant,
  formatWeekday,
  LinkButton,
  Page,
  remaining,
  Status,
  SubmitButton,
  TextArea,
} from "../../../ui/index.ts";
import type { StoredDeadline } from "../../deadline/index.ts";
import type { Notice } from "../queries.ts";
import { lateText, questionsOf, standOf } from "../texts.ts";

type AlertPageProps = {
  alert: Notice;
  /** The same deadline as the file has it today; undefined when its events do not start it any more. */
  today: StoredDeadline | undefined;
  form: FormState;
  now: Date;
  frame: Frame | undefined;
};

export const AlertPage = ({ alert, today, form, now, frame }: AlertPageProps) => (
  <Page
    title="Fristalarm"
    heading={`Fristalarm: ${alert.title}, Az. ${alert.fileNumber}`}
    frame={frame}
    fileNumber={alert.fileNumber}
    breadcrumbs={[{ href: "/fristalarme", label: "Fristalarme" }]}
    topics={[`case:${alert.caseId}`]}
    errorCount={Object.keys(form.errors).length}
    actions={<LinkButton href={`/faelle/${alert.caseId}`}>Zur Fallakte</LinkButton>}
  >
    <ErrorSummary form={form} title="Der Alarm wurde nicht bestätigt." />
    <Alert kind="danger" title={`Die Frist endete am ${formatWeekday(alert.legalEnd)}, 24:00 Uhr.`}>
      <p>Das Programm hat nichts entschieden und nichts geändert. Bitte prüfen Sie:</p>
      <ul>
        {(alert.cause ? questionsOf[alert.cause] : []).map((question) => (
          <li>{question}</li>
        ))}
      </ul>
    </Alert>
    <TodayDiffers alert={alert} today={today} />
    <Facts alert={alert} now={now} today={today} />
    {alert.acknowledged ? <Acknowledged by={alert.acknowledged} /> : <AcknowledgeForm alert={alert} form={form} />}
  </Page>
);

/** Events recorded since may have moved or ended the deadline; the alert stays until somebody has looked. */
const TodayDiffers = ({ alert, today }: { alert: Notice; today: StoredDeadline | undefined }) => {
  if (today?.running && today.legalEnd.equals(alert.legalEnd)) return null;
  const text = !today
    ? "Die Ereignisse der Akte begründen diese Frist nicht mehr."
    : today.running
      ? `Die Frist endet nach den heutigen Ereignissen am ${formatWeekday(today.legalEnd)}.`
      : "Die Frist läuft nach den heutigen Ereignissen nicht mehr.";
  return (
    <Alert kind="info" title="Die Akte hat sich seit dem Alarm geändert.">
      <p>{text}</p>
    </Alert>
  );
};

const Facts = ({ alert, now, today }: { alert: Notice; now: Date; today: StoredDeadline | undefined }) => (
  <Card
    title="Angaben"
    actions={
      today ? (
        <LinkButton href={`/fristen/${alert.caseId}/${encodeURIComponent(alert.key)}`}>Rechenweg</LinkButton>
      ) : undefined
    }
  >
    <DescriptionList
      items={[
        { term: "Frist", value: `${alert.rule}: ${alert.title}` },
        { term: "Norm", value: alert.norm ?? "–" },
        { term: "Ende", value: `${formatWeekday(alert.legalEnd)} (${remaining(alert.legalEnd, now)})` },
        { term: "Geplant war bis", value: formatWeekday(alert.planOn) },
        { term: "Zuständig", value: alert.officer ?? "nicht zugewiesen" },
        {
          term: "Bemerkt",
          value: [formatInstant(alert.noticedAt), lateText(alert)].filter(Boolean).join(" – "),
        },
        { term: "Stand", value: <Status {...standOf(alert)} /> },
      ]}
    />
  </Card>
);

const Acknowledged = ({ by: { at, by, note } }: { by: NonNullable<Notice["acknowledged"]> }) => (
  <Card title="Bestätigung">
    <DescriptionList
      items={[
        { term: "Bestätigt von", value: by },
        { term: "am", value: formatInstant(at) },
        { term: "Vermerk", value: note },
      ]}
    />
  </Card>
);

const AcknowledgeForm = ({ alert, form }: { alert: Notice; form: FormState }) => (
  <Card title="Alarm bestätigen">
    <Form action={`/fristalarme/${alert.id}/bestaetigen`}>
      <TextArea
        name="vermerk"
        label="Was haben Sie geprüft oder veranlasst?"
        required
        form={form}
        maxlength={1000}
        hint="Ihr Name und die Zeit werden festgehalten. Die Bestätigung ändert weder Fall noch Maßnahme."
      />
      <SubmitButton>Alarm bestätigen</SubmitButton>
    </Form>
  </Card>
);
