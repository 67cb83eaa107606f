/** Screen 1 of the concept: work queue with tabs, filter, marked rows, preview, bulk selection; also its empty states. */
import type { Settings } from "../../src/ui/index.ts";
import {
  Alert,
  DataTable,
  EmptyState,
  ExportLinks,
  FilterBar,
  Form,
  LinkButton,
  ListTabs,
  Page,
  Pager,
  SelectField,
  Status,
  type StatusProps,
  SubmitButton,
  TextField,
} from "../../src/ui/index.ts";
import { emptyForm } from "../../src/kernel/form-state.ts";
import { frame } from "./frame.ts";

type Row = { id: string; left: string; due: string; task: string; name: string; from: string; status: StatusProps };

const open: StatusProps = { sign: "○", text: "offen", kind: "neutral" };
const rows: Row[] = [
  {
    id: "31.30-0119",
    left: "überfällig seit 1 Std. 14 Min.",
    due: "Mo 23.11.2026, 07:00 Uhr",
    task: "Rückfrage beantworten: Meldeort fehlt",
    name: "FAM. PROBST-BEISPIEL",
    from: "PP Dortmund",
    status: { sign: "▲", text: "Rückfrage", kind: "warning" },
  },
  {
    id: "31.30-0098",
    left: "noch 3 Std. 46 Min.",
    due: "heute, 12:00 Uhr",
    task: "Gewahrsam: besteht der Grund fort?",
    name: "PROBE, A.",
    from: "AG Musterstadt",
    status: open,
  },
  {
    id: "31.30-0160",
    left: "noch 15 Tage",
    due: "Di 08.12.2026",
    task: "Durchbeförderung beantragen (macht die ZFA)",
    name: "FAM. BEISPIEL",
    from: "ZFA",
    status: { sign: "◌", text: "wartet", kind: "info" },
  },
];

const Tabs = () => (
  <ListTabs
    tabs={[
      { href: "?", label: "Alle", count: 31, current: true },
      { href: "?t=heute", label: "Heute", count: 6, current: false },
      { href: "?t=neu", label: "Neu eingegangen", count: 4, current: false },
      { href: "?t=wartet", label: "Wartet auf andere", count: 11, current: false },
      { href: "?t=wv", label: "Wiedervorlage", count: 9, current: false },
      { href: "?t=team", label: "Team", count: 23, current: false },
    ]}
  />
);

const Filter = () => (
  <FilterBar
    action="/arbeitsvorrat"
    active={[
      { label: "Frist: heute", removeHref: "?" },
      { label: "Zuständig: Team", removeHref: "?" },
    ]}
    resetHref="/arbeitsvorrat"
  >
    <SelectField
      name="art"
      label="Art"
      form={emptyForm}
      emptyLabel="Alle"
      options={[{ value: "rueckfrage", label: "Rückfrage" }]}
    />
    <TextField name="az" label="Aktenzeichen enthält" form={emptyForm} />
  </FilterBar>
);

const Preview = ({ row }: { row: Row }) => (
  <>
    <p>
      <strong>{row.id}</strong> · Vollzugshilfeersuchen E-2026-0881 · Rückfrage vom PP Dortmund, Fr 20.11.2026, 15:40
      Uhr
    </p>
    <p>„Bitte Meldeort und Ansprechperson vor Ort nennen.“</p>
    <p>Warum hier? Antwort bis nächster Arbeitstag 07:00 Uhr (Vereinbarung Runder Tisch 04/2026)</p>
  </>
);

const Queue = () => (
  <DataTable
    caption="Aufgaben, geordnet nach Frist"
    captionHidden
    columns={[
      {
        key: "due",
        label: "Frist",
        sortable: true,
        cell: (row: Row) => (
          <>
            {row.left}
            <br />
            <small>{row.due}</small>
          </>
        ),
      },
      { key: "task", label: "Aufgabe", cell: (row) => row.task },
      {
        key: "file",
        label: "Aktenzeichen",
        sortable: true,
        cell: (row) => (
          <>
            {row.id}
            <br />
            {row.name}
          </>
        ),
      },
      { key: "from", label: "Gegenüber", cell: (row) => row.from },
      { key: "seats", label: "Plätze", numeric: true, cell: () => "4" },
      { key: "status", label: "Status", cell: (row) => <Status {...row.status} /> },
    ]}
    rows={rows}
    sort={{ key: "due", direction: "asc" }}
    sortHref={(key) => `?sort=${key}`}
    rowHref={(row) => `/aufgaben/${row.id}`}
    selectable={{ name: "task", value: (row) => row.id, label: (row) => row.id, form: "sammel" }}
    preview={(row) => <Preview row={row} />}
    mark={(row) => row.left.startsWith("überfällig")}
    empty="–"
  />
);

export const workQueue = (settings?: Settings) => (
  <Page
    title="Arbeitsvorrat"
    frame={frame("/arbeitsvorrat", settings, true)}
    actions={<LinkButton href="/neu">Neu anlegen</LinkButton>}
    topics={["queue:1"]}
    wide
  >
    <Tabs />
    <Filter />
    <Queue />
    <Form action="/sammel" id="sammel" inline>
      <SubmitButton kind="secondary" name="action" value="resubmit">
        Wiedervorlage setzen
      </SubmitButton>
      <SubmitButton kind="secondary" name="action" value="assign">
        Zuweisen
      </SubmitButton>
    </Form>
    <Pager page={4} pages={12} href={(page) => `?seite=${page}`} />
    <ExportLinks csvHref="/a.csv" xlsxHref="/a.xlsx" printHint />
  </Page>
);

export const emptyQueue = () => (
  <Page title="Arbeitsvorrat" frame={frame("/arbeitsvorrat")}>
    <Alert kind="info" title="Sie vertreten B. Muster bis 27.11.2026">
      <p>
        <a href="/vertretung">5 Aufgaben dazu anzeigen</a>
      </p>
    </Alert>
    <DataTable
      caption="Aufgaben"
      columns={[{ key: "a", label: "A", cell: () => "" }]}
      rows={[]}
      empty={
        <EmptyState title="Heute nichts fällig." action={<LinkButton href="/neu">Aufgabe anlegen</LinkButton>}>
          <p>Nächste Frist: Di 24.11.2026 (31.30-0131).</p>
        </EmptyState>
      }
    />
  </Page>
);
