/** The work queue on the screen (screen 1): what is due and why. Prints as it stands; offers no order but legal dates. */
import type { Child } from "hono/jsx";
import { emptyForm, type FormState } from "../../../kernel/form-state.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  type Column,
  DataTable,
  EmptyState,
  ExportLinks,
  FilterBar,
  Form,
  formatInstant,
  formatWeekday,
  HiddenField,
  LinkButton,
  ListTabs,
  Page,
  remaining,
  SelectField,
  SubmitButton,
  TextField,
} from "../../../ui/index.ts";
import { kindOrder, workKinds } from "../domain/work-item.ts";
import { tabNames, tabs, workHref, type WorkQuery } from "../list-definition.ts";
import type { SavedView } from "../queries.ts";
import type { TeamLine, WorkLine } from "../read-work.ts";
import { shortName } from "../short-name.ts";
import { SavedViews } from "./saved-views.tsx";
import { TeamTable } from "./team-table.tsx";

export type WorklistProps = {
  query: WorkQuery;
  lines: readonly WorkLine[];
  team: readonly TeamLine[] | undefined;
  next: string | undefined;
  /** Shown when nothing is due: what comes first after that. */
  upcoming: WorkLine | undefined;
  tooShort: boolean;
  views: readonly SavedView[];
  viewForm: FormState;
  now: Date;
  frame: Frame | undefined;
};

const dueDay = (due: Day | Date): Child => (due instanceof Date ? formatInstant(due) : formatWeekday(due));

const Due = ({ line: { due, since }, now }: { line: WorkLine; now: Date }) => (
  <>
    <strong>{due ? remaining(due, now) : "ohne Frist"}</strong>
    <br />
    {due ? dueDay(due) : since ? `seit ${formatInstant(since)}` : "zügig"}
  </>
);

const Task = ({ line }: { line: WorkLine }) => (
  <>
    <a href={line.href}>{line.task}</a>
    <details class="aw-why">
      <summary>
        Warum hier?<span class="kern-sr-only"> {line.task}</span>
      </summary>
      <p>{line.why}</p>
    </details>
    {line.action ? (
      <Form action={line.action.path} inline>
        <SubmitButton kind="secondary">{line.action.label}</SubmitButton>
      </Form>
    ) : null}
  </>
);

const Case = ({ line: { name }, hidden }: { line: WorkLine; hidden: boolean }) =>
  name ? (
    <>
      {name.fileNumber}
      {hidden ? null : (
        <>
          <br />
          {shortName(name)}
        </>
      )}
    </>
  ) : (
    <>–</>
  );

const columns = (now: Date, hidden: boolean): Column<WorkLine>[] => [
  { key: "frist", label: "Frist", cell: (line) => <Due line={line} now={now} /> },
  { key: "aufgabe", label: "Aufgabe", cell: (line) => <Task line={line} /> },
  { key: "az", label: "Aktenzeichen", cell: (line) => <Case line={line} hidden={hidden} /> },
  { key: "gegenueber", label: "Gegenüber", cell: ({ counterpart }) => counterpart },
  { key: "status", label: "Status", cell: ({ status }) => status },
  { key: "zustaendig", label: "Zuständig", cell: ({ name }) => name?.officer ?? "nicht zugewiesen" },
];

const isOverdue = ({ due }: WorkLine, now: Date): boolean =>
  due !== undefined && remaining(due, now).startsWith("überfällig");

const officerLabels = { ich: "ich", niemand: "nicht zugewiesen" } as const;

function activeFilters({ query }: WorklistProps) {
  const { art, zustaendig, az, namen } = query;
  const labels = {
    ...(art && { art: `Art: ${workKinds[art]}` }),
    ...(zustaendig && { zustaendig: `Zuständig: ${officerLabels[zustaendig]}` }),
    ...(az && { az: `Az. beginnt mit: ${az}` }),
    ...(namen && { namen: "Namen verdeckt" }),
  };
  return Object.entries(labels).map(([key, label]) => ({
    label,
    removeHref: workHref(query, { [key]: undefined, weiter: undefined }),
  }));
}

const Filters = (props: WorklistProps) => {
  const { ansicht, art, zustaendig, az, namen } = props.query;
  const form: FormState = {
    ...emptyForm,
    values: { art: art ?? "", zustaendig: zustaendig ?? "", az: az ?? "", namen: namen ?? "" },
  };
  const active = activeFilters(props);
  return (
    <FilterBar
      action="/arbeitsvorrat"
      active={active}
      resetHref={active.length > 0 ? workHref({ ansicht }) : undefined}
    >
      <HiddenField name="ansicht" value={ansicht} />
      <SelectField
        name="art"
        label="Art"
        form={form}
        emptyLabel="alle"
        options={kindOrder.map((value) => ({ value, label: workKinds[value] }))}
      />
      <SelectField
        name="zustaendig"
        label="Zuständig"
        form={form}
        emptyLabel="alle"
        options={Object.entries(officerLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="az" label="Az. beginnt mit" form={form} spellcheck={false} />
      <SelectField
        name="namen"
        label="Namen"
        form={form}
        emptyLabel="zeigen"
        options={[{ value: "verdeckt", label: "verdecken" }]}
      />
    </FilterBar>
  );
};

const Empty = ({ props }: { props: WorklistProps }) => {
  const { query, upcoming } = props;
  if (activeFilters(props).some(({ label }) => label !== "Namen verdeckt"))
    return (
      <EmptyState
        title="Kein Treffer."
        action={<LinkButton href={workHref({ ansicht: query.ansicht })}>Alle Filter entfernen</LinkButton>}
      >
        <p>Keine Aufgabe passt zu allen Filtern. Entfernen Sie einzelne Filter oben.</p>
      </EmptyState>
    );
  const title = query.ansicht === "heute" ? "Heute nichts fällig." : "Nichts zu tun.";
  return (
    <EmptyState title={title}>
      <p>
        {upcoming?.due
          ? `Nächste Frist: ${upcoming.due instanceof Date ? formatInstant(upcoming.due) : formatWeekday(upcoming.due)} (${upcoming.name?.fileNumber ?? "–"}).`
          : "Es ist auch keine spätere Frist eingetragen."}
      </p>
    </EmptyState>
  );
};

const Pages = ({ query, next }: { query: WorkQuery; next: string | undefined }) =>
  !next && !query.weiter ? null : (
    <nav class="aw-pager" aria-label="Seiten der Liste">
      {query.weiter ? <a href={workHref(query, { weiter: undefined })}>« Zum Anfang</a> : null}
      {next ? (
        <a href={workHref(query, { weiter: next })} rel="next">
          Nächste ›
        </a>
      ) : null}
    </nav>
  );

const List = ({ props }: { props: WorklistProps }) => {
  const { query, lines, next, now } = props;
  return (
    <>
      <DataTable
        caption={`Arbeitsvorrat: ${tabs[query.ansicht]}`}
        captionHidden
        columns={columns(now, query.namen === "verdeckt")}
        rows={lines}
        mark={(line) => isOverdue(line, now)}
        empty={<Empty props={props} />}
      />
      <Pages query={query} next={next} />
      {lines.length > 0 ? (
        <ExportLinks csvHref={workHref(query, { weiter: undefined }, "/arbeitsvorrat.csv")} printHint />
      ) : null}
    </>
  );
};

export const WorklistPage = (props: WorklistProps) => {
  const { query, team, frame, tooShort } = props;
  return (
    <Page
      title="Arbeitsvorrat"
      frame={frame}
      wide
      topics={["inbox"]}
      errorCount={Object.keys(props.viewForm.errors).length}
    >
      <ListTabs
        label="Ansichten des Arbeitsvorrats"
        tabs={tabNames.map((ansicht) => ({
          href: workHref(query, { ansicht, weiter: undefined }),
          label: tabs[ansicht],
          current: ansicht === query.ansicht,
        }))}
      />
      <Filters {...props} />
      {tooShort ? (
        <Alert kind="warning" title="Zu viele Fälle beginnen so.">
          <p>Bitte geben Sie mehr Zeichen des Aktenzeichens ein.</p>
        </Alert>
      ) : team ? (
        <TeamTable lines={team} query={query} now={props.now} />
      ) : (
        <List props={props} />
      )}
      <p class="aw-note">
        Geordnet nur nach Fristen. Was keine Frist hat, steht hinter den Fristen von heute, in der Reihenfolge des
        Eingangs.
      </p>
      <SavedViews views={props.views} query={query} form={props.viewForm} />
    </Page>
  );
};
