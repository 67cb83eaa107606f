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
import type { TeamLine } from "../read-work.ts";

const dueOf = ({ oldest }: TeamLine, now: Date): string => {
  if (!oldest) return "–";
  const { due } = oldest;
  if (!due) return "ohne Frist";
  return `${due instanceof Date ? formatInstant(due) : formatWeekday(due)} (${remaining(due, now)})`;
};

const counted = (count: number, more: boolean): string =>
  more ? `mehr als ${formatNumber(count)}` : formatNumber(count);

const columns = (now: Date): Column<TeamLine>[] => [
  { key: "art", label: "Art der Aufgabe", cell: ({ kind }) => workKinds[kind] },
  { key: "zahl", label: "Anzahl", numeric: true, cell: ({ count, more }) => counted(count, more) },
  { key: "frei", label: "davon nicht zugewiesen", numeric: true, cell: ({ unassigned }) => formatNumber(unassigned) },
  { key: "aelteste", label: "Älteste Frist", cell: (line) => dueOf(line, now) },
];

export const TeamTable = ({ lines, query, now }: { lines: readonly TeamLine[]; query: WorkQuery; now: Date }) => (
  <DataTable
    caption="Aufgaben der Behörde nach Art"
    captionHidden
    columns={columns(now)}
    rows={lines}
    rowHref={({ kind }) => workHref({ ...query, ansicht: "alle", art: kind, weiter: undefined })}
    empty={<EmptyState title="Nichts zu tun." />}
  />
);
