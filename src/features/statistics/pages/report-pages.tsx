/** Pages of the figures: a report with its definition, and the list of stored runs. Nothing here leads to a person. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import { day } from "../../../kernel/day.ts";
import {
  Alert,
  BarChart,
  ButtonRow,
  Card,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  ExportLinks,
  Form,
  formatDay,
  formatInstant,
  HiddenField,
  LinkButton,
  Page,
  Pager,
  SelectField,
  SubmitButton,
} from "../../../ui/index.ts";
import { shownText } from "../csv.ts";
import type { ShownCount, ShownTable } from "../domain/count-table.ts";
import { schemes } from "../failure-report.ts";
import type { StoredReport, StoredRun } from "../queries.ts";

type Line = { label: string; cells: readonly ShownCount[]; total: ShownCount };

/** Phases that occur; the CSV has them all. */
const usedRows = ({ rows, rowTotals }: ShownTable): number[] =>
  rows.map((_, index) => index).filter((index) => rowTotals[index] !== 0);
const usedColumns = ({ columns, columnTotals }: ShownTable): number[] =>
  columns.map((_, index) => index).filter((index) => columnTotals[index] !== 0);

/** Causes have long names, so they are the lines on screen and the phases the columns. */
const linesOf = (table: ShownTable): Line[] => [
  ...usedColumns(table).map((column) => ({
    label: table.columns[column] ?? "",
    cells: table.cells.map((row) => row[column] ?? 0),
    total: table.columnTotals[column] ?? 0,
  })),
  { label: "Summe", cells: table.rowTotals, total: table.total },
];

const YearTable = ({ year, table }: { year: number; table: ShownTable }) => {
  const causes = usedColumns(table);
  return (
    <Card title={String(year)}>
      <DataTable
        caption={`Nicht vollzogene Maßnahmen ${year}`}
        rows={linesOf(table)}
        columns={[
          { key: "label", label: "Grund", cell: ({ label }: Line) => label },
          ...usedRows(table).map((index) => ({
            key: `p${index}`,
            label: table.rows[index] ?? "",
            numeric: true,
            cell: ({ cells }: Line) => shownText(cells[index] ?? 0),
          })),
          { key: "total", label: "Summe", numeric: true, cell: ({ total }: Line) => shownText(total) },
        ]}
        empty={<EmptyState title="Keine nicht vollzogenen Maßnahmen." />}
      />
      <BarChart
        title={`Nach Grund, ${year}`}
        unit="Maßnahmen"
        data={causes.map((index) => {
          const count = table.columnTotals[index] ?? 0;
          return {
            label: table.columns[index] ?? "",
            value: count === "suppressed" ? 0 : count,
            suppressed: count === "suppressed",
          };
        })}
      />
    </Card>
  );
};

const Report = ({ report, asOf }: { report: StoredReport; asOf: string }) => (
  <>
    <Alert kind="info" title="Definition">
      <p class="kern-body">{report.definition}</p>
      <p class="kern-body">
        Datenstand {formatDay(day(asOf))} · {report.completeness}
      </p>
      <p class="kern-body kern-body--small">{report.source}</p>
    </Alert>
    {report.years.length === 0 ? <EmptyState title="In diesem Zeitraum ist keine Maßnahme gescheitert." /> : null}
    {report.years.map((year) => (
      <YearTable {...year} />
    ))}
  </>
);

type Parameters = { from: string; to: string; asOf: string; scheme: string };
type OwnPageProps = {
  report: StoredReport | undefined;
  parameters: Parameters;
  form: FormState;
  frame: Frame | undefined;
  mayRun: boolean;
};

const query = ({ from, to, asOf, scheme }: Parameters): string =>
  `von=${from}&bis=${to}&stand=${asOf}&schema=${scheme}`;

export const OwnReportPage = ({ report, parameters, form, frame, mayRun }: OwnPageProps) => (
  <Page
    title="Nicht vollzogene Maßnahmen"
    frame={frame}
    breadcrumbs={[{ href: "/berichte", label: "Berichte" }]}
    errorCount={Object.keys(form.errors).length}
    wide
  >
    <ErrorSummary form={form} title="Der Bericht wurde nicht erstellt." />
    <search class="aw-filter">
      <form class="aw-filter__form" method="get" action="/berichte/nicht-vollzogen" aria-label="Zeitraum">
        <DateField name="von" label="Von" required form={form} fallback={formatDay(day(parameters.from))} />
        <DateField name="bis" label="Bis" required form={form} fallback={formatDay(day(parameters.to))} />
        <DateField name="stand" label="Datenstand" required form={form} fallback={formatDay(day(parameters.asOf))} />
        <SelectField
          name="schema"
          label="Schema"
          required
          form={form}
          fallback={parameters.scheme}
          options={Object.entries(schemes).map(([value, label]) => ({ value, label }))}
        />
        <SubmitButton kind="secondary">Anzeigen</SubmitButton>
      </form>
    </search>
    {report ? (
      <>
        <Report report={report} asOf={parameters.asOf} />
        <ExportLinks csvHref={`/berichte/nicht-vollzogen.csv?${query(parameters)}`} printHint />
        {mayRun ? <RunForm parameters={parameters} /> : null}
      </>
    ) : null}
  </Page>
);

const RunForm = ({ parameters }: { parameters: Parameters }) => (
  <Form action="/berichte/laeufe" inline>
    <HiddenField name="von" value={parameters.from} />
    <HiddenField name="bis" value={parameters.to} />
    <HiddenField name="stand" value={parameters.asOf} />
    <HiddenField name="schema" value={parameters.scheme} />
    <SubmitButton>Lauf für die Weitergabe speichern</SubmitButton>
  </Form>
);

type RunPageProps = { run: StoredRun; isOwn: boolean; frame: Frame | undefined };

/** A stored run as anyone outside sees it: small cells hidden. */
export const RunPage = ({ run, isOwn, frame }: RunPageProps) => (
  <Page title={`Lauf ${run.number}`} frame={frame} breadcrumbs={[{ href: "/berichte", label: "Berichte" }]} wide>
    <p class="kern-body">
      {run.ownerName} · gerechnet {formatInstant(run.runAt)} ·{" "}
      {run.released ? "für andere Stellen freigegeben" : "nicht freigegeben"}
    </p>
    <Alert kind="info" title="Kleine Zahlen sind geschützt.">
      <p class="kern-body">
        Werte unter 5 und Werte, aus denen man sie errechnen könnte, sind durch „{shownText("suppressed")}“ ersetzt.
      </p>
    </Alert>
    <Report report={run.result} asOf={run.asOf} />
    <ExportLinks csvHref={`/berichte/laeufe/${run.id}.csv`} printHint />
    {isOwn && !run.released ? (
      <Form action={`/berichte/laeufe/${run.id}/freigeben`} inline>
        <SubmitButton kind="secondary">Für andere Stellen freigeben</SubmitButton>
      </Form>
    ) : null}
  </Page>
);

type ListProps = { runs: StoredRun[]; page: number; pages: number; mayReport: boolean; frame: Frame | undefined };

export const ReportListPage = ({ runs, page, pages, mayReport, frame }: ListProps) => (
  <Page title="Berichte" frame={frame}>
    {mayReport ? (
      <ButtonRow>
        <LinkButton href="/berichte/nicht-vollzogen" kind="primary">
          Nicht vollzogene Maßnahmen
        </LinkButton>
      </ButtonRow>
    ) : null}
    <DataTable
      caption="Gespeicherte Läufe"
      rows={runs}
      rowHref={({ id }) => `/berichte/laeufe/${id}`}
      columns={[
        { key: "number", label: "Lauf", cell: ({ number }) => String(number) },
        { key: "owner", label: "Behörde", cell: ({ ownerName }) => ownerName },
        {
          key: "span",
          label: "Zeitraum",
          cell: ({ parameters }) => `${formatDay(day(parameters.from))} – ${formatDay(day(parameters.to))}`,
        },
        { key: "asOf", label: "Datenstand", cell: ({ asOf }) => formatDay(day(asOf)) },
        { key: "released", label: "Freigegeben", cell: ({ released }) => (released ? "ja" : "nein") },
      ]}
      empty={
        <EmptyState title="Noch keine Läufe.">
          Eigene Läufe und freigegebene Läufe anderer Behörden stehen hier.
        </EmptyState>
      }
    />
    <Pager page={page} pages={pages} href={(to) => `/berichte?seite=${to}`} />
  </Page>
);
