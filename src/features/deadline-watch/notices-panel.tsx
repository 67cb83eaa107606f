/** What the watch has noticed of one deadline, for its page. */
import type { Child } from "hono/jsx";
import type { Context } from "../../platform/context.ts";
import { Card, formatDay } from "../../ui/index.ts";
import { type Notice, noticesOfDeadline } from "./queries.ts";
import { lateText, stepText } from "./texts.ts";

const Line = ({ notice }: { notice: Notice }) => {
  const { noticedOn, isAlert, id, legalEnd, acknowledged } = notice;
  const text = [stepText(notice), lateText(notice)].filter(Boolean).join(" – ");
  return (
    <li>
      {formatDay(noticedOn)}: {text} (Ende {formatDay(legalEnd)})
      {isAlert ? (
        <>
          ,{" "}
          <a href={`/fristalarme/${id}`}>{acknowledged ? `Alarm, bestätigt von ${acknowledged.by}` : "Alarm, offen"}</a>
        </>
      ) : null}
    </li>
  );
};

export async function noticesPanel(context: Context, caseId: string, key: string): Promise<Child> {
  const notices = await noticesOfDeadline(context, caseId, key);
  return (
    <Card title="Überwachung">
      {notices.length === 0 ? (
        <p>Noch nichts bemerkt.</p>
      ) : (
        <ul class="aw-plain-list">
          {notices.map((notice) => (
            <Line notice={notice} />
          ))}
        </ul>
      )}
    </Card>
  );
}
