/** Who stands in for whom: the list of the authority, and the form for a new absence. */
import type { FormState } from "../../kernel/form-state.ts";
import type { Frame } from "../../kernel/frame.ts";
import {
  Card,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  formatWeekday,
  Page,
  SelectField,
  SubmitButton,
} from "../../ui/index.ts";
import type { Deputy } from "./queries.ts";

type Props = {
  deputies: readonly Deputy[];
  officers: readonly { id: string; name: string }[];
  /** Whose absence the reader may enter and end; undefined: everybody's. */
  onlyFor: string | undefined;
  form: FormState;
  frame: Frame | undefined;
};

const columns = (onlyFor: string | undefined): Column<Deputy>[] => [
  { key: "abwesend", label: "Abwesend", cell: ({ absent }) => absent.name },
  { key: "vertretung", label: "Vertretung", cell: ({ deputy }) => deputy.name },
  { key: "von", label: "von", cell: ({ from }) => formatWeekday(from) },
  { key: "bis", label: "bis einschließlich", cell: ({ until }) => formatWeekday(until) },
  {
    key: "ende",
    label: "Beenden",
    action: true,
    cell: ({ id, absent }) =>
      onlyFor === undefined || onlyFor === absent.id ? (
        <Form action={`/vertretung/${id}/beenden`} inline>
          <SubmitButton kind="secondary">
            Beenden<span class="kern-sr-only">: Vertretung von {absent.name}</span>
          </SubmitButton>
        </Form>
      ) : (
        "–"
      ),
  },
];

const choicesOf = (officers: Props["officers"]) => officers.map(({ id, name }) => ({ value: id, label: name }));

export const DeputiesPage = ({ deputies, officers, onlyFor, form, frame }: Props) => (
  <Page
    title="Vertretung"
    frame={frame}
    breadcrumbs={[{ href: "/arbeitsvorrat", label: "Arbeitsvorrat" }]}
    errorCount={Object.keys(form.errors).length}
  >
    <ErrorSummary form={form} title="Die Vertretung wurde nicht eingetragen." />
    <DataTable
      caption="Vertretungen, die heute oder später gelten"
      columns={columns(onlyFor)}
      rows={deputies}
      empty={
        <EmptyState title="Zurzeit wird niemand vertreten.">
          <p>Tragen Sie unten ein, wer wann abwesend ist.</p>
        </EmptyState>
      }
    />
    <Card title="Abwesenheit eintragen">
      <Form action="/vertretung">
        <SelectField
          name="absent"
          label="Abwesend"
          required
          form={form}
          options={choicesOf(officers.filter(({ id }) => onlyFor === undefined || id === onlyFor))}
        />
        <SelectField name="deputy" label="Vertretung durch" required form={form} options={choicesOf(officers)} />
        <DateField name="from" label="von" required form={form} />
        <DateField name="until" label="bis einschließlich" required form={form} />
        <p>
          Die Vertretung sieht in diesen Tagen die Aufgaben in ihrem Arbeitsvorrat. Zuständig bleibt, wer eingetragen
          ist; vier Augen bleiben zwei verschiedene Personen.
        </p>
        <SubmitButton>Vertretung eintragen</SubmitButton>
      </Form>
    </Card>
  </Page>
);
