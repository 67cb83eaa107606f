/** What each column means: the proposal with its certainty and some values, and a choice for each column. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  DataTable,
  ErrorSummary,
  Form,
  formatNumber,
  LinkButton,
  Page,
  Status,
  type StatusKind,
  SubmitButton,
} from "../../../ui/index.ts";
import type { Batch } from "../batch.ts";
import type { Certainty, ColumnMapping } from "../domain/column-mapping.ts";
import { describeField, type Field, fieldNames } from "../domain/field.ts";
import { missingFields } from "../domain/mapping.ts";
import { DiscardForm } from "./discard-form.tsx";

export type MappedColumn = ColumnMapping & { samples: readonly string[] };

type MappingProps = { batch: Batch; columns: readonly MappedColumn[]; form: FormState; frame: Frame | undefined };

const certainties: Record<Certainty, { text: string; sign: string; kind: StatusKind }> = {
  sicher: { text: "sicher", sign: "✚", kind: "success" },
  vermutet: { text: "vermutet, bitte prüfen", sign: "◑", kind: "warning" },
  keine: { text: "nicht zugeordnet", sign: "○", kind: "neutral" },
};

export const columnName = (column: number): string => `spalte-${column}`;

export const MappingPage = ({ batch, columns, form, frame }: MappingProps) => (
  <Page
    title="Spalten zuordnen"
    frame={frame}
    breadcrumbs={[{ href: "/import", label: "Import" }]}
    errorCount={Object.keys(form.errors).length}
    wide
  >
    <ErrorSummary
      form={form}
      title={
        form.errors["verworfen"] ? "Der Import wurde nicht verworfen." : "Die Zuordnung ist noch nicht vollständig."
      }
    />
    <p class="kern-body">
      {batch.fileName}: {formatNumber(batch.rowCount)} {batch.rowCount === 1 ? "Zeile" : "Zeilen"}. Prüfen Sie, was jede
      Spalte bedeutet. Spalten ohne Bedeutung werden nicht gelesen und nicht übernommen.
    </p>
    <Missing columns={columns} />
    {batch.notes.length > 0 ? (
      <Alert kind="info" title="Hinweise zur Datei">
        {batch.notes.map((note) => (
          <p class="kern-body">{note}</p>
        ))}
      </Alert>
    ) : null}
    <Form action={`/import/${batch.id}/zuordnung`} version={batch.version}>
      <DataTable
        caption="Spalten der Tabelle"
        rows={columns}
        empty="Die Tabelle hat keine Spalten."
        columns={[
          { key: "spalte", label: "Spalte", cell: ({ header }) => header },
          { key: "bedeutung", label: "Bedeutung", cell: (column) => <FieldChoice column={column} form={form} /> },
          {
            key: "sicherheit",
            label: "Vorschlag",
            cell: ({ certainty, note }) => (
              <>
                <Status {...certainties[certainty]} />
                {note ? <p class="kern-body kern-body--small">{note}</p> : null}
              </>
            ),
          },
          { key: "werte", label: "Beispielwerte", cell: ({ samples }) => samples.join(" · ") || "leer" },
        ]}
      />
      <ButtonRow>
        <SubmitButton>Zeilen prüfen</SubmitButton>
        <LinkButton href="/import">Später weitermachen</LinkButton>
      </ButtonRow>
    </Form>
    <DiscardForm batch={batch} form={form} />
  </Page>
);

const Missing = ({ columns }: Pick<MappingProps, "columns">) => {
  const missing = missingFields([...columns]);
  return missing.length === 0 ? null : (
    <Alert kind="warning" title={`Noch nicht zugeordnet: ${missing.join(", ")}`}>
      <p class="kern-body">Ohne diese Angaben kann keine Zeile ein Fall werden. Wählen Sie die Spalten dafür aus.</p>
    </Alert>
  );
};

/** A bare list: the row names the column, the column head says what is chosen. */
const FieldChoice = ({ column, form }: { column: MappedColumn; form: FormState }) => {
  const name = columnName(column.column);
  const chosen = form.values[name] ?? column.field ?? "";
  const error = form.errors[name];
  return (
    <>
      <div class="kern-form-input__select-wrapper">
        <select
          class={error ? "kern-form-input__select kern-form-input__select--error" : "kern-form-input__select"}
          id={name}
          name={name}
          aria-label={`Bedeutung der Spalte ${column.header}`}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={error ? `${name}-fehler` : undefined}
        >
          <option value="">nicht übernehmen</option>
          {fieldNames.map((field: Field) => (
            <option value={field} selected={field === chosen}>
              {describeField(field).label}
            </option>
          ))}
        </select>
      </div>
      {error ? (
        <p class="kern-error" id={`${name}-fehler`}>
          <span class="aw-sign" aria-hidden="true">
            ▲
          </span>
          <span class="kern-body">{error}</span>
        </p>
      ) : null}
    </>
  );
};
