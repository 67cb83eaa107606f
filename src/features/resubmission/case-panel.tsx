/** The open resubmissions of a case, with the way to set and to close one. */
import type { Child } from "hono/jsx";
import type { Context } from "../../platform/context.ts";
import { formatWeekday, LinkButton, remaining } from "../../ui/index.ts";
import { openResubmissions, type Resubmission } from "./queries.ts";

const Line = ({
  caseId,
  entry: { id, dueOn, note, setBy },
  now,
}: {
  caseId: string;
  entry: Resubmission;
  now: Date;
}) => (
  <li>
    <strong>{formatWeekday(dueOn)}</strong> ({remaining(dueOn, now)})
    <br />
    {note} <small>– {setBy}</small>{" "}
    <a href={`/arbeitsvorrat/erledigt?auswahl=${caseId}.${id}&zurueck=${encodeURIComponent(`/faelle/${caseId}`)}`}>
      Erledigt<span class="kern-sr-only">: {note}</span>
    </a>
  </li>
);

/** For src/features.ts. */
export const resubmissionsPanel = {
  slot: "side" as const,
  name: "wiedervorlagen",
  title: "Wiedervorlagen",
  render: async (context: Context, { id: caseId }: { id: string }): Promise<Child> => {
    const entries = await openResubmissions(context, caseId);
    const back = encodeURIComponent(`/faelle/${caseId}`);
    return (
      <>
        {entries.length === 0 ? <p>Keine Wiedervorlage gesetzt.</p> : null}
        <ul class="aw-plain-list">
          {entries.map((entry) => (
            <Line caseId={caseId} entry={entry} now={context.now} />
          ))}
        </ul>
        <LinkButton href={`/arbeitsvorrat/wiedervorlage?auswahl=${caseId}&zurueck=${back}`} hotkey="w">
          Wiedervorlage setzen
        </LinkButton>
      </>
    );
  },
};
