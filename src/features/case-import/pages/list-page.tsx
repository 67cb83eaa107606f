/** Imports of the own authority and the form for a new one. */
import { emptyForm, type FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  ExportLinks,
  FileField,
  Form,
  formatInstant,
  Num,
  Page,
  Pager,
  type Sort,
  Status,
  SubmitButton,
} from "../../../ui/index.ts";
import { type Batch, type Counts, statusLabels } from "../batch.ts";
import { defaultLimits } from "../spreadsheet/limits.ts";

export type ListedBatch = Batch & { counts: Counts | undefined };

type ListProps = {
  batches: readonly ListedBatch[];
  sort: Sort;
  page: number;
  pages: number;
  form?: FormState;
  frame: Frame | undefined;
};

export const ListPage = ({ batches, sort, page, pages, form = emptyForm, frame }: ListProps) => (
  <Page title="Import" frame={frame} errorCount={Object.keys(form.errors).length}>
    <ErrorSummary form={form} title="Die Datei wurde nicht angenommen.">
      Es wurde nichts gespeichert.
    </ErrorSummary>
    <Card title="Tabelle hochladen">
      <p class="kern-body">
        Laden Sie die Fallliste Ihrer Behörde hoch. Die Reihenfolge der Spalten ist gleich; was welche Spalte bedeutet,
        bestätigen Sie im nächsten Schritt. Kein Fall wird angelegt oder geändert, bevor Sie „Übernehmen“ wählen.
      </p>
      <Form action="/import" multipart>
        <FileField
          name="datei"
          label="Datei"
          hint="CSV-Datei oder Excel-Arbeitsmappe (.xlsx), höchstens 10 MB, mit Überschriften in der ersten Zeile"
          accept=".csv,.txt,.xlsx"
          maxBytes={defaultLimits.fileBytes}
          required
          form={form}
        />
        <SubmitButton>Hochladen und Spalten prüfen</SubmitButton>
      </Form>
    </Card>
    <DataTable
      caption="Importe Ihrer Behörde"
      columns={columns}
      rows={batches}
      sort={sort}
      sortHref={(key) => `/import?sortierung=${key}&richtung=${turned(sort, key)}`}
      rowHref={({ id }) => `/import/${id}`}
      empty={
        <EmptyState title="Noch keine Tabelle hochgeladen.">Wählen Sie oben die Datei mit Ihren Fällen.</EmptyState>
      }
    />
    <Pager
      page={page}
      pages={pages}
      href={(to) => `/import?sortierung=${sort.key}&richtung=${sort.direction}&seite=${to}`}
    />
    {batches.length > 0 ? <ExportLinks csvHref="/import/importe.csv" printHint /> : null}
  </Page>
);

const turned = (sort: Sort, key: string): string => (sort.key === key && sort.direction === "desc" ? "asc" : "desc");

const columns = [
  { key: "datei", label: "Datei", sortable: true, cell: ({ fileName }: ListedBatch) => fileName },
  {
    key: "datum",
    label: "Hochgeladen",
    sortable: true,
    cell: ({ createdAt, officerName }: ListedBatch) => (
      <>
        {formatInstant(createdAt)}
        <br />
        {officerName}
      </>
    ),
  },
  { key: "stand", label: "Stand", cell: ({ status }: ListedBatch) => <Status {...statusLabels[status]} /> },
  {
    key: "zeilen",
    label: "Zeilen",
    sortable: true,
    numeric: true,
    cell: ({ rowCount }: ListedBatch) => <Num value={rowCount} />,
  },
  {
    key: "uebernommen",
    label: "Übernommen",
    numeric: true,
    cell: ({ appliedCount }: ListedBatch) => <Num value={appliedCount} />,
  },
  {
    key: "rueckfragen",
    label: "Rückfragen",
    numeric: true,
    cell: ({ counts }: ListedBatch) => <Num value={counts?.question ?? 0} />,
  },
  {
    key: "fehler",
    label: "Fehler",
    numeric: true,
    cell: ({ counts }: ListedBatch) => <Num value={counts?.error ?? 0} />,
  },
];
