/** The columns of the preview: who the row is about, the verdict, and the reasons by column of the table. */
import { emptyForm, type FormState } from "../../../kernel/form-state.ts";
import { Checkbox, Form, SelectField, Status, SubmitButton } from "../../../ui/index.ts";
import { type Batch, isBusy, verdictLabels } from "../batch.ts";
import type { MunicipalityCandidate } from "../domain/municipality.ts";
import { eventsOf } from "../events-of-draft.ts";
import type { ImportedRow } from "../queries.ts";
import { fileNumberOf, nameOf } from "../row-words.ts";

/** `place`: the tab and page on which the rows stand; a refused answer comes back there. */
type Shown = { batch: Batch; form: FormState; place: string };

export const rowColumns = (shown: Shown) => [
  { key: "zeile", label: "Zeile", cell: ({ rowNo }: ImportedRow) => rowNo },
  {
    key: "aktenzeichen",
    label: "Aktenzeichen",
    cell: (row: ImportedRow) =>
      row.caseId ? (
        <a href={`/faelle/${row.caseId}`}>{fileNumberOf(shown.batch, row)}</a>
      ) : (
        fileNumberOf(shown.batch, row) || "–"
      ),
  },
  { key: "name", label: "Name", cell: (row: ImportedRow) => nameOf(shown.batch, row) || "–" },
  {
    key: "ergebnis",
    label: "Ergebnis",
    cell: ({ verdict, appliedAt }: ImportedRow) =>
      verdict === null ? (
        <Status sign="○" text="noch nicht geprüft" kind="neutral" />
      ) : (
        <>
          <Status {...verdictLabels[verdict]} />
          {appliedAt ? <p class="kern-body kern-body--small">übernommen</p> : null}
        </>
      ),
  },
  {
    key: "gruende",
    label: "Gründe und Hinweise",
    cell: (row: ImportedRow) => <Reasons {...shown} row={row} />,
  },
];

type RowProps = Shown & { row: ImportedRow };

const Reasons = ({ row, ...shown }: RowProps) => {
  const events = row.draft && row.verdict !== "unchanged" ? eventsOf(row.draft.legal).length : 0;
  if (row.errors.length + row.notes.length + events === 0 && !row.question) return <>–</>;
  return (
    <>
      {row.errors.length > 0 ? (
        <ul>
          {row.errors.map(({ column, reason }) => (
            <li>
              <strong>{column}:</strong> {reason}
            </li>
          ))}
        </ul>
      ) : null}
      {row.question ? <Question {...shown} row={row} /> : null}
      {row.notes.map((note) => (
        <p class="kern-body kern-body--small">{note}</p>
      ))}
      {events > 0 ? (
        <p class="kern-body kern-body--small">
          {events === 1 ? "1 Rechtsereignis" : `${events} Rechtsereignisse`} aus der Tabelle
        </p>
      ) : null}
    </>
  );
};

const optionOf = ({ ags, name, district, land }: MunicipalityCandidate) => ({
  value: ags,
  label: `${name} (${district}, ${land}, AGS ${ags})`,
});

/** Only the clerk knows which municipality is meant; nothing is preselected. */
const Question = ({ batch, form, place, row }: RowProps) => {
  const { question, rowNo } = row;
  if (!question) return null;
  const id = `gemeinde-${rowNo}`;
  const refused = form.errors[id];
  const mine: FormState = refused ? { values: form.values, errors: { gemeinde: refused } } : emptyForm;
  if (isBusy(batch) || batch.status === "discarded") return <p class="kern-body">{question.text}</p>;
  return (
    <Form action={`/import/${batch.id}/zeilen/${rowNo}/gemeinde${place}`}>
      <SelectField
        name="gemeinde"
        id={id}
        label={question.text}
        options={question.candidates.map(optionOf)}
        required
        form={mine}
      />
      <Checkbox name="alle" id={`alle-${rowNo}`} label="auch für alle Zeilen mit derselben Frage" form={mine} />
      <SubmitButton kind="secondary">Antwort speichern</SubmitButton>
    </Form>
  );
};
