/** The pages of acts on several lines: what was chosen, what is asked, one button. Nothing here has legal effect. */
import type { Child } from "hono/jsx";
import type { Day } from "../../../kernel/day.ts";
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  formatWeekday,
  HiddenField,
  LinkButton,
  Page,
  SelectField,
  SubmitButton,
  TextArea,
} from "../../../ui/index.ts";
import type { CaseName } from "../queries.ts";
import type { Selection } from "../selection.ts";
import { shortName } from "../short-name.ts";

export type Selected = { selection: Selection; cases: readonly CaseName[]; back: string };
type Base = Selected & { form: FormState; frame: Frame | undefined };

type ShellProps = Base & { title: string; action: string; button: string; empty?: boolean; children: Child };

const Chosen = ({ cases }: { cases: readonly CaseName[] }) => (
  <>
    <p>{cases.length === 1 ? "Ausgewählt ist 1 Fall:" : `Ausgewählt sind ${cases.length} Fälle:`}</p>
    <ul>
      {cases.map((name) => (
        <li>
          {name.fileNumber} {shortName(name)}
          {name.officer ? `, zuständig: ${name.officer}` : ", nicht zugewiesen"}
        </li>
      ))}
    </ul>
  </>
);

const Shell = ({ title, action, button, empty, children, selection, cases, back, form, frame }: ShellProps) => (
  <Page
    title={title}
    frame={frame}
    breadcrumbs={[{ href: "/arbeitsvorrat", label: "Arbeitsvorrat" }]}
    errorCount={Object.keys(form.errors).length}
  >
    <ErrorSummary form={form} />
    {cases.length === 0 || empty ? (
      <EmptyState title="Nichts ausgewählt." action={<LinkButton href={back}>Zurück zur Liste</LinkButton>}>
        <p>{empty ? "Keine offene Wiedervorlage ist ausgewählt. " : ""}Haken Sie Zeilen der Liste an.</p>
      </EmptyState>
    ) : (
      <Form action={action}>
        {selection.ticked.map((value) => (
          <HiddenField name="auswahl" value={value} />
        ))}
        <HiddenField name="zurueck" value={back} />
        {children}
        <ButtonRow>
          <SubmitButton>{button}</SubmitButton>
          <LinkButton href={back}>Abbrechen</LinkButton>
        </ButtonRow>
      </Form>
    )}
  </Page>
);

export const ResubmissionPage = ({ proposedFor, ...base }: Base & { proposedFor: Day | undefined }) => (
  <Shell {...base} title="Wiedervorlage setzen" action="/arbeitsvorrat/wiedervorlage" button="Wiedervorlage setzen">
    <Chosen cases={base.cases} />
    <DateField
      name="dueOn"
      label="Wiedervorlage am"
      required
      form={base.form}
      hint={
        proposedFor
          ? `Vorschlag: zwei Arbeitstage vor der nächsten Frist (${formatWeekday(proposedFor)}).`
          : "TT.MM.JJJJ, zum Beispiel 23.11.2026"
      }
    />
    <TextArea name="note" label="Woran ist zu denken?" required form={base.form} rows={2} maxlength={500} />
    <p>Die Wiedervorlage erinnert nur. Fristen bleiben daneben im Arbeitsvorrat stehen.</p>
  </Shell>
);

type AssignProps = Base & { officers: readonly { id: string; name: string }[] };

export const AssignPage = ({ officers, ...base }: AssignProps) => (
  <Shell {...base} title="Fälle zuweisen" action="/arbeitsvorrat/zuweisen" button="Fälle zuweisen">
    <Chosen cases={base.cases} />
    <SelectField
      name="officer"
      label="Neue Sachbearbeitung"
      required
      form={base.form}
      options={officers.map(({ id, name }) => ({ value: id, label: name }))}
    />
    <p>Mit dem Fall gehen alle seine Aufgaben über. Der Wechsel steht im Protokoll.</p>
  </Shell>
);

export const ClosePage = ({ notes, ...base }: Base & { notes: readonly { fileNumber: string; note: string }[] }) => {
  const others = base.selection.ticked.length - notes.length;
  return (
    <Shell
      {...base}
      title="Wiedervorlage erledigen"
      action="/arbeitsvorrat/erledigt"
      button="Als erledigt vermerken"
      empty={notes.length === 0}
    >
      <ul>
        {notes.map(({ fileNumber, note }) => (
          <li>
            {fileNumber}: {note}
          </li>
        ))}
      </ul>
      {others > 0 ? (
        <Alert kind="info" title={others === 1 ? "1 Aufgabe bleibt offen." : `${others} Aufgaben bleiben offen.`}>
          <p>Aufgaben mit rechtlicher Wirkung enden nur durch ihren eigenen Schritt, nicht durch einen Haken.</p>
        </Alert>
      ) : null}
      <TextArea name="result" label="Ergebnis" required form={base.form} rows={2} maxlength={500} />
    </Shell>
  );
};
