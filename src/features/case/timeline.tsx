/**
 * Tab „Verlauf“: everything that happened to the case, from the journal, with the day it happened and the time it was
 * recorded. Late entries are marked, never sorted away.
 */
import { type Day, day, dayInGermany, isBefore } from "../../kernel/day.ts";
import type { Db } from "../../platform/change.ts";
import { EmptyState, formatDay, formatInstant, Timeline } from "../../ui/index.ts";
import { type KeptChange, listChanges } from "../deadline/index.ts";
import { definitionOf, isLegalEventType } from "./domain/legal-event.ts";
import { isObstacleType, obstacleDefinition } from "./domain/obstacle-type.ts";
import type { CasePanel } from "./panel.ts";
import { type CaseFile, listEvents } from "./queries.ts";

const shown = 300;

type Line = {
  event: string;
  subject: string;
  data: { type?: string; on?: string; eventId?: string; number?: string };
  recordedAt: Date;
  officer: string | undefined;
  authority: string | undefined;
};

/** The latest entries; reading, delivering and asking „Wozu?“ are in the access log, not in the course of the case. */
async function journalOf({ db }: { db: Db }, { id, ownerId }: CaseFile): Promise<Line[]> {
  const rows = await db
    .selectFrom("journal as j")
    .leftJoin("officer as o", "o.id", "j.officer_id")
    .leftJoin("authority as a", "a.id", "j.actor_authority")
    .select(["j.event", "j.subject", "j.data", "j.recorded_at", "o.display_name", "a.name"])
    .where("j.chain", "=", ownerId)
    .where("j.case_id", "=", id)
    .where("j.event", "<>", "accessPurposeStated")
    .orderBy("j.seq", "desc")
    .limit(shown)
    .execute();
  return rows.map((row) => ({
    event: row.event,
    subject: row.subject,
    data: JSON.parse(row.data) as Line["data"],
    recordedAt: row.recorded_at,
    officer: row.display_name ?? undefined,
    authority: row.name ?? undefined,
  }));
}

const whatOf = ({ data: { type = "", number } }: Line): string | undefined => {
  if (isLegalEventType(type)) return definitionOf(type).label;
  if (isObstacleType(type)) return obstacleDefinition(type).label;
  return number;
};

/** "Klagefrist: war 02.11., ist jetzt 04.11., weil …", one line each. */
const changesText = (changes: readonly KeptChange[]) =>
  changes.length === 0 ? undefined : (
    <ul>
      {changes.map(({ title, text }) => (
        <li>
          {title}: {text}
        </li>
      ))}
    </ul>
  );

function wordsOf(line: Line, happened: Day | undefined, words: readonly (string | undefined)[]) {
  const recordedOn = dayInGermany(line.recordedAt);
  const isLate = happened !== undefined && isBefore(happened, recordedOn);
  const recorded = `erfasst ${formatInstant(line.recordedAt)}`;
  return {
    at: happened ? `${formatDay(happened)} · ${recorded}` : recorded,
    title: words.filter(Boolean).join(": "),
    actor: [line.officer, line.authority].filter(Boolean).join(", ") || undefined,
    mark: isLate ? { sign: "◔", text: "nachgetragen", kind: "neutral" as const } : undefined,
  };
}

/** `wordOf` gives the German words of journal events; the composition brings them along. */
export const timelineTab = (wordOf: (event: string) => string): CasePanel => ({
  slot: "tab",
  name: "verlauf",
  title: "Verlauf",
  render: async ({ db }, file) => {
    const lines = await journalOf({ db }, file);
    const events = new Map((await listEvents({ db }, file.id)).map((event) => [event.id, event]));
    const happened = ({ data }: Line) => (data.on ? day(data.on) : events.get(data.eventId ?? "")?.on);
    const changes = await listChanges({ db }, { caseId: file.id, limit: shown });
    const entryOf = (line: Line) => {
      const event = events.get(line.data.eventId ?? "");
      const what = whatOf(line) ?? (event && definitionOf(event.type).label);
      const own = event ? changes.filter(({ eventId }) => eventId === event.id) : [];
      return { ...wordsOf(line, happened(line), [wordOf(line.event), what]), text: changesText(own) };
    };
    if (lines.length === 0) return <EmptyState title="Noch keine Einträge." />;
    return (
      <>
        <p>{`Neueste zuerst${lines.length === shown ? `, die letzten ${shown}` : ""}. Jeder Eintrag zeigt, wann es geschah und wann es erfasst wurde.`}</p>
        <Timeline label="Verlauf des Falls" entries={lines.map(entryOf)} />
      </>
    );
  },
});
