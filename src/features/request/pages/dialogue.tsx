/** The dialogue of both sides (Verlauf): receipts, questions, answers, telephone notes, each with both of its times. */
import { formatInstant, Timeline } from "../../../ui/index.ts";
import type { Entry } from "../queries.ts";
import type { RegisteredType } from "../registered-type.ts";
import { entryLabel } from "../texts.ts";

const lateAfterMs = 60_000;

/** When it happened; when it was recorded only where that is another time ("nachgetragen"). */
const recorded = ({ happenedAt, recordedAt, kind }: Entry): string | undefined =>
  kind === "telephone" && recordedAt.getTime() - happenedAt.getTime() > lateAfterMs
    ? `nachgetragen, erfasst ${formatInstant(recordedAt)}`
    : undefined;

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split("\n").map((line) => (
      <p>{line}</p>
    ))}
  </>
);

type Names = ReadonlyMap<string, string>;

const entryText = (entry: Entry, type: RegisteredType) => {
  const reason = type.declineReasons.find(({ value }) => value === entry.data["reason"])?.label;
  const nearest = entry.data["nearestPossible"];
  const due = entry.data["due"];
  const extras = [
    entry.data["with"] ? `Gespräch mit ${String(entry.data["with"])}` : "",
    reason ? `Grund: ${reason}` : "",
    typeof nearest === "string" ? `nächster möglicher Tag: ${germanDay(nearest)}` : "",
    typeof due === "string" ? `Antwort erbeten bis ${formatInstant(new Date(due))}` : "",
    recorded(entry) ?? "",
  ].filter(Boolean);
  if (!entry.text && extras.length === 0) return undefined;
  return (
    <>
      {extras.map((extra) => (
        <p>{extra}</p>
      ))}
      {entry.text ? <Lines text={entry.text} /> : null}
    </>
  );
};

const germanDay = (iso: string): string => iso.split("-").toReversed().join(".");

type DialogueProps = { entries: readonly Entry[]; type: RegisteredType; authorities: Names };

export const Dialogue = ({ entries, type, authorities }: DialogueProps) => (
  <Timeline
    label="Verlauf des Ersuchens"
    entries={entries.map((entry) => ({
      at: entry.happenedAt,
      title: entryLabel(entry.kind, type),
      text: entryText(entry, type),
      actor:
        entry.officerName === "System"
          ? "System"
          : `${entry.officerName} (${authorities.get(entry.authorityId) ?? entry.authorityId})`,
    }))}
  />
);
