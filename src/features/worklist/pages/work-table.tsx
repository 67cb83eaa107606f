/** The lines of the work queue with their boxes and the acts on what is ticked. Prints as a list of the day. */
import type { Child } from "hono/jsx";
import type { Day } from "../../../kernel/day.ts";
import {
  type Column,
  DataTable,
  ExportLinks,
  Form,
  formatInstant,
  formatWeekday,
  remaining,
  SubmitButton,
} from "../../../ui/index.ts";
import { selectionOf } from "../domain/work-item.ts";
import { tabs, workHref, type WorkQuery } from "../list-definition.ts";
import type { WorkLine } from "../read-work.ts";
import { shortName } from "../short-name.ts";

const dueDay = (due: Day | Date): Child => (due instanceof Date ? formatInstant(due) : formatWeekday(due));

const Due = ({ line: { due, since }, now }: { line: WorkLine; now: Date }) => (
  <span class="aw-due">
    {due ? remaining(due, now) : "ohne Frist"}
    <small>{due ? dueDay(due) : since ? `seit ${formatInstant(since)}` : "zügig"}</small>
  </span>
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

/** „Durchbeförderungsstaat“ alone would take the room of the tasks where a browser knows no German hyphens. */
const divisible = (text: string): string => text.replaceAll(/(\p{L}{8,})(staat)\b/gu, "$1\u00AD$2");

const columns = (now: Date, hidden: boolean): Column<WorkLine>[] => [
  { key: "frist", label: "Frist", cell: (line) => <Due line={line} now={now} /> },
  { key: "aufgabe", label: "Aufgabe", wide: true, cell: (line) => <Task line={line} /> },
  { key: "az", label: "Aktenzeichen", cell: (line) => <Case line={line} hidden={hidden} /> },
  { key: "gegenueber", label: "Gegenüber", cell: ({ counterpart }) => divisible(counterpart) },
  { key: "status", label: "Status", cell: ({ status }) => status },
  { key: "zustaendig", label: "Zuständig", cell: ({ name }) => name?.officer ?? "nicht zugewiesen" },
];

const isOverdue = ({ due, place }: WorkLine, now: Date): boolean => due !== undefined && place < now;

/** Id of the form to which the boxes of the list belong. */
const bulkForm = "sammelaktion";

const bulkActs = [
  { path: "/arbeitsvorrat/wiedervorlage", label: "Wiedervorlage", key: "w" },
  { path: "/arbeitsvorrat/zuweisen", label: "Zuweisen", key: "z" },
  { path: "/arbeitsvorrat/erledigt", label: "Erledigt", key: "e" },
] as const;

/** Each act leads to a page of its own that asks for the rest; a key may press these, because they decide nothing. */
const BulkBar = ({ query }: { query: WorkQuery }) => (
  <form id={bulkForm} class="aw-bulk" method="get" action={bulkActs[0].path} aria-label="Auswahl bearbeiten">
    <input type="hidden" name="zurueck" value={workHref(query)} />
    <span>Angehakte Zeilen:</span>
    {bulkActs.map(({ path, label, key }) => (
      <button
        type="submit"
        class="kern-btn kern-btn--secondary"
        formaction={path}
        data-list-key={key}
        aria-keyshortcuts={key}
      >
        <span class="kern-label">{label}</span>
      </button>
    ))}
  </form>
);

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

type Props = {
  query: WorkQuery;
  lines: readonly WorkLine[];
  next: string | undefined;
  now: Date;
  empty: Child;
};

export const WorkTable = ({ query, lines, next, now, empty }: Props) => (
  <>
    <DataTable
      caption={`Arbeitsvorrat: ${tabs[query.ansicht]}`}
      captionHidden
      columns={columns(now, query.namen === "verdeckt")}
      rows={lines}
      mark={(line) => isOverdue(line, now)}
      selectable={{
        name: "auswahl",
        value: selectionOf,
        label: ({ task, name }) => `${task}, ${name?.fileNumber ?? "ohne Aktenzeichen"}`,
        form: bulkForm,
      }}
      empty={empty}
    />
    {lines.length > 0 ? <BulkBar query={query} /> : null}
    <Pages query={query} next={next} />
    {lines.length > 0 ? (
      <ExportLinks csvHref={workHref(query, { weiter: undefined }, "/arbeitsvorrat.csv")} printHint />
    ) : null}
  </>
);
