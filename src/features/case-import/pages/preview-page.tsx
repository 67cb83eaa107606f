/** The preview of an import: what each row would do, what is wrong with it, what it asks; then the button that does it. */
import { emptyForm, type FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  DataTable,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  ExportLinks,
  Form,
  formatInstant,
  formatNumber,
  LinkButton,
  ListTabs,
  Page,
  Pager,
  Status,
  SubmitButton,
} from "../../../ui/index.ts";
import {
  type Batch,
  type BatchStatus,
  canMap,
  type Counts,
  isBusy,
  statusLabels,
  type Verdict,
  verdictLabels,
  verdicts,
} from "../batch.ts";
import type { ImportedRow } from "../queries.ts";
import { DiscardForm } from "./discard-form.tsx";
import { Progress } from "./progress.tsx";
import { rowColumns } from "./row-columns.tsx";

type PreviewProps = {
  batch: Batch;
  counts: Counts;
  rows: readonly ImportedRow[];
  verdict: Verdict | undefined;
  page: number;
  pages: number;
  /** Answer or tick that was refused. */
  form?: FormState;
  frame: Frame | undefined;
};

export const PreviewPage = ({ batch, counts, rows, verdict, page, pages, form = emptyForm, frame }: PreviewProps) => (
  <Page
    title="Import"
    heading={headings[batch.status]}
    frame={frame}
    breadcrumbs={[{ href: "/import", label: "Import" }]}
    topics={[`import:${batch.id}`]}
    errorCount={Object.keys(form.errors).length}
    wide
  >
    <ErrorSummary form={form} />
    <DescriptionList
      items={[
        { term: "Datei", value: batch.fileName },
        { term: "Hochgeladen", value: `${formatInstant(batch.createdAt)}, ${batch.officerName}` },
        { term: "Stand", value: <Status {...statusLabels[batch.status]} /> },
      ]}
    />
    {isBusy(batch) ? <Progress batch={batch} counts={counts} /> : <Decision batch={batch} counts={counts} />}
    <ListTabs label="Zeilen nach Ergebnis" tabs={tabsOf(batch, counts, verdict)} />
    <DataTable
      caption={verdict ? `Zeilen: ${verdictLabels[verdict].text}` : "Alle Zeilen"}
      columns={rowColumns({ batch, form, place: `?ergebnis=${verdict ?? ""}&seite=${page}` })}
      rows={rows}
      mark={(row) => row.verdict === "error"}
      empty={<EmptyState title="Keine Zeile mit diesem Ergebnis." />}
    />
    <Pager page={page} pages={pages} href={(to) => hrefOf(batch, verdict, to)} />
    {rows.length > 0 ? (
      <ExportLinks csvHref={`/import/${batch.id}/zeilen.csv${verdict ? `?ergebnis=${verdict}` : ""}`} printHint />
    ) : null}
    {batch.status === "discarded" ? null : <DiscardForm batch={batch} form={form} />}
  </Page>
);

const headings: Record<BatchStatus, string> = {
  mapping: "Import: Spalten zuordnen",
  judging: "Import: Prüfung läuft",
  judged: "Import: Vorschau",
  running: "Import: Übernahme läuft",
  done: "Import: Ergebnis",
  discarded: "Import: verworfen",
};

const hrefOf = ({ id }: Batch, verdict: Verdict | undefined, page = 1): string => {
  const query = [verdict ? `ergebnis=${verdict}` : "", page > 1 ? `seite=${page}` : ""].filter(Boolean).join("&");
  return `/import/${id}${query ? `?${query}` : ""}`;
};

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

const tabsOf = (batch: Batch, counts: Counts, current: Verdict | undefined) => [
  { href: hrefOf(batch, undefined), label: "Alle", count: batch.rowCount, current: current === undefined },
  ...verdicts.map((verdict) => ({
    href: hrefOf(batch, verdict),
    label: capital(verdictLabels[verdict].text),
    count: counts[verdict],
    current: verdict === current,
  })),
];

/** What can be done now, and what it would do. */
const Decision = ({ batch, counts }: { batch: Batch; counts: Counts }) => {
  if (batch.status === "discarded")
    return (
      <Alert kind="info" title="Dieser Import wurde verworfen.">
        <p class="kern-body">Übernommen waren {formatNumber(batch.appliedCount)} Zeilen. Alle anderen sind gelöscht.</p>
      </Alert>
    );
  return (
    <>
      {batch.status === "done" ? <Finished batch={batch} counts={counts} /> : null}
      {counts.open > 0 ? <TakeOver batch={batch} counts={counts} /> : null}
      {counts.open === 0 && batch.status === "judged" ? (
        <Alert kind="info" title="Es gibt nichts zu übernehmen.">
          <p class="kern-body">Alle Zeilen sind unverändert, haben Fehler oder eine offene Rückfrage.</p>
        </Alert>
      ) : null}
      <ButtonRow>
        {counts.error > 0 ? (
          <LinkButton href={`/import/${batch.id}/abgewiesen.csv`}>Zeilen mit Fehlern herunterladen</LinkButton>
        ) : null}
        {canMap(batch) ? <LinkButton href={`/import/${batch.id}/zuordnung`}>Spalten anders zuordnen</LinkButton> : null}
      </ButtonRow>
      {counts.error > 0 ? (
        <p class="kern-body">
          Berichtigen Sie die Zeilen in der heruntergeladenen Datei und laden Sie diese als neuen Import hoch.
        </p>
      ) : null}
    </>
  );
};

const rowsText = (count: number): string => `${formatNumber(count)} ${count === 1 ? "Zeile" : "Zeilen"}`;

const TakeOver = ({ batch, counts }: { batch: Batch; counts: Counts }) => (
  <Form action={`/import/${batch.id}/uebernehmen`} version={batch.version}>
    <p class="kern-body">
      Offen: {rowsText(counts.open)}. Neue Aktenzeichen werden als Fälle angelegt, bekannte ergänzt. Zeilen mit Fehlern
      und offenen Rückfragen bleiben liegen.
    </p>
    <SubmitButton>{`${rowsText(counts.open)} übernehmen`}</SubmitButton>
  </Form>
);

const Finished = ({ batch, counts }: { batch: Batch; counts: Counts }) => (
  <Alert kind="success" title={`Übernommen: ${rowsText(batch.appliedCount)}.`} announce>
    <p class="kern-body">
      {counts.error + counts.question > 0
        ? `Nicht übernommen: ${formatNumber(counts.error)} mit Fehlern, ${formatNumber(counts.question)} mit offener Rückfrage.`
        : "Keine Zeile ist liegen geblieben."}
    </p>
    <p class="kern-body">
      <a href="/faelle">Zu den Fällen</a>
      {counts.error > 0 ? (
        <>
          {" · "}
          <a href={hrefOf(batch, "error")}>Zeilen mit Fehlern ansehen</a>
        </>
      ) : null}
      {counts.question > 0 ? (
        <>
          {" · "}
          <a href={hrefOf(batch, "question")}>Rückfragen beantworten</a>
        </>
      ) : null}
    </p>
  </Alert>
);
