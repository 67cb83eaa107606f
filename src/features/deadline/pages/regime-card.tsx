/** Which law governs a transfer, who determined it and why; while nobody has, both results stand beside each other. */
import { Card, formatDay, LinkButton } from "../../../ui/index.ts";
import type { CaseEvent } from "../domain/case-events.ts";
import { validEvents } from "../domain/case-book.ts";

const names: Readonly<Record<string, string>> = {
  DublinIII: "Verordnung (EU) Nr. 604/2013 (Dublin III)",
  AMMR: "Verordnung (EU) 2024/1351",
};

const undetermined =
  "Es ist nicht festgestellt, ob die Dublin-III-Verordnung oder die Verordnung (EU) 2024/1351 gilt (Art. 83, 84 VO (EU) 2024/1351). Beide Ergebnisse sind gerechnet; geplant wird nach dem früheren.";

type RegimeProps = { caseId: string; events: readonly CaseEvent[]; mayRecord: boolean };

export const RegimeCard = ({ caseId, events, mayRecord }: RegimeProps) => {
  const determined = validEvents(events)
    .filter(({ type }) => type === "regimeDetermined")
    .toSorted((a, b) => (a.on.toString() < b.on.toString() ? -1 : 1))
    .at(-1);
  const name = names[determined?.regime ?? ""];
  return (
    <Card
      title="Maßgebliches Recht der Überstellung"
      actions={
        mayRecord ? (
          <LinkButton href={`/faelle/${caseId}/ereignisse/neu?art=regimeDetermined`}>Recht feststellen</LinkButton>
        ) : undefined
      }
    >
      {determined ? (
        <p>
          {name ? `${name}. ` : ""}
          <a href={`/faelle/${caseId}/ereignisse/${determined.id}`}>{`Festgestellt am ${formatDay(determined.on)}`}</a>
          {determined.recordedBy ? ` von ${determined.recordedBy}` : ""}: {determined.reason}
        </p>
      ) : null}
      {name ? null : <p>{undetermined}</p>}
    </Card>
  );
};
