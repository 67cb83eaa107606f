/** Lead times of the authority: which are set and why, and one form for one of them. */
import type { Frame } from "../../../kernel/frame.ts";
import type { FormState } from "../../../kernel/form-state.ts";
import {
  Alert,
  Card,
  type Column,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  formatInstant,
  NumberField,
  Page,
  SelectField,
  SubmitButton,
  TextField,
} from "../../../ui/index.ts";
import type { StoredLeadTime } from "../queries.ts";
import { type StepKind, unitTexts } from "../steps.ts";

type Line = StepKind & { set: StoredLeadTime | undefined };
type ListProps = { lines: readonly Line[]; mayChange: boolean; frame: Frame | undefined };

const columns = (mayChange: boolean): Column<Line>[] => [
  { key: "schritt", label: "Schritt", cell: ({ title }) => title },
  {
    key: "vorlauf",
    label: "Vorlauf",
    cell: ({ set }) => (set ? `${set.days} ${unitTexts[set.unit]}` : "noch nicht eingestellt"),
  },
  { key: "quelle", label: "Woher", cell: ({ set }) => set?.source ?? "–" },
  {
    key: "geaendert",
    label: "Geändert",
    cell: ({ set }) => (set ? `${formatInstant(set.changedAt)}, ${set.changedBy}` : "–"),
  },
  ...(mayChange
    ? [
        {
          key: "aendern",
          label: "Ändern",
          action: true,
          cell: ({ id, title }: Line) => (
            <a href={`/vorlaufzeiten/${id}`}>
              Ändern<span class="kern-sr-only">: {title}</span>
            </a>
          ),
        },
      ]
    : []),
];

export const LeadTimesPage = ({ lines, mayChange, frame }: ListProps) => (
  <Page title="Vorlaufzeiten" frame={frame}>
    <Alert kind="info" title="Kein Vorlauf ist veröffentlicht, keiner ist voreingestellt.">
      <p>
        Was hier steht, legt die eigene Behörde fest. Ohne Vorlaufzeit nennt der kritische Pfad keinen letzten
        sinnvollen Tag.
      </p>
    </Alert>
    <DataTable
      caption="Vorlaufzeiten der Behörde"
      captionHidden
      columns={columns(mayChange)}
      rows={lines}
      empty={<EmptyState title="Keine Schritte." />}
    />
    {mayChange ? null : <p>Ändern kann die Leitung.</p>}
  </Page>
);

type FormProps = { kind: StepKind; set: StoredLeadTime | undefined; form: FormState; frame: Frame | undefined };

export const LeadTimePage = ({ kind, set, form, frame }: FormProps) => (
  <Page
    title="Vorlaufzeit ändern"
    heading={`Vorlaufzeit: ${kind.title}`}
    frame={frame}
    breadcrumbs={[{ href: "/vorlaufzeiten", label: "Vorlaufzeiten" }]}
    errorCount={Object.keys(form.errors).length}
  >
    <ErrorSummary form={form} />
    <Card title="Vorlauf">
      <Form action={`/vorlaufzeiten/${kind.id}`} version={set?.version ?? 0}>
        <NumberField
          name="tage"
          label="Tage"
          form={form}
          fallback={set ? String(set.days) : ""}
          hint="Leer: nicht eingestellt"
        />
        <SelectField
          name="einheit"
          label="Gezählt in"
          required
          form={form}
          fallback={set?.unit ?? "workingDays"}
          emptyLabel={false}
          options={Object.entries(unitTexts).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          name="quelle"
          label="Woher kommt diese Zahl?"
          required
          form={form}
          fallback={set?.source}
          hint="Zum Beispiel Dienstanweisung, Absprache oder Schreiben mit Datum"
          maxlength={500}
        />
        <SubmitButton>Vorlaufzeit speichern</SubmitButton>
      </Form>
    </Card>
  </Page>
);
