/** The team's work by kind: how much, since when, how much without a responsible official. Never a list of people. */
import {
  type Column,
  DataTable,
  EmptyState,
  formatInstant,
  formatNumber,
  formatWeekday,
  remaining,
} from "../../../ui/index.ts";
import { workKinds } from "../domain/work-item.ts";
import { workHref, type WorkQuery } from "../list-definition.ts";
import { countedUpTo, type TeamLine } from "../count-work.ts";

const dueOf = ({ oldest }: TeamLine, now: Date): string => {
  if (!oldest) return "–";
  const { due } = oldest;
  if (!due) return "ohne Frist";
  return `${due instanceof Date ? formatInstant(due) : formatWeekday(due)} (${remaining(due, now)})`;
};

const counted = (count: number): string =>
  count > countedUpTo ? `mehr als ${formatNumber(countedUpTo)}` : formatNumber(count);

const Unassigned = ({ line: { kind, unassigned }, query }: { line: TeamLine; query: WorkQuery }) =>
  unassigned === 0 ? (
    <>0</>
  ) : (
    <a href={workHref({ ansicht: "alle", art: kind, zustaendig: "niemand", namen: query.namen })}>
      {counted(unassigned)}
      <span class="kern-sr-only"> nicht zugewiesen: {workKinds[kind]}</span>
    </a>
  );

const columns = (query: WorkQuery, now: Date): Column<TeamLine>[] => [
  { key: "art", label: "Art der Aufgabe", cell: ({ kind }) => workKinds[kind] },
  { key: "zahl", label: "Anzahl", numeric: true, cell: ({ count }) => counted(count) },
  {
    key: "frei",
    label: "davon nicht zugewiesen",
    numeric: true,
    cell: (line) => <Unassigned line={line} query={query} />,
  },
  { key: "aelteste", label: "Älteste Frist", cell: (line) => dueOf(line, now) },
];

export const TeamTable = ({ lines, query, now }: { lines: readonly TeamLine[]; query: WorkQuery; now: Date }) => (
  <DataTable
    caption="Aufgaben der Behörde nach Art"
    captionHidden
    columns={columns(query, now)}
    rows={lines}
    rowHref={({ kind }) => workHref({ ...query, ansicht: "alle", art: kind, weiter: undefined })}
    empty={<EmptyState title="Nichts zu tun." />}
  />
);
