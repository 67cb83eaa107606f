/** Second of the three machines on the case page: open obstacles, then the closed ones with their reasons. */
import { Disclosure, formatDay, LinkButton, remaining, Status } from "../../../ui/index.ts";
import { isBlocking } from "../domain/obstacle.ts";
import { obstacleDefinition } from "../domain/obstacle-type.ts";
import { suspensionReasons } from "../domain/suspension-reason.ts";
import type { CasePanel } from "../panel.ts";
import { listObstacles, type StoredObstacle } from "./queries-obstacles.ts";

const countText = (blocking: number, others: number): string =>
  [blocking > 0 ? `${blocking} blockierend` : "", others > 0 ? `${others} offen` : ""].filter(Boolean).join(" · ");

type OpenProps = { stored: StoredObstacle; caseId: string; now: Date; mayAct: boolean };

const OpenOne = ({ stored: { id, obstacle, reason, reviewOn, openedBy }, caseId, now, mayAct }: OpenProps) => {
  const { label, endsBy, norm } = obstacleDefinition(obstacle.type);
  const blocks = isBlocking(obstacle);
  return (
    <li>
      <p>
        <Status sign={blocks ? "■" : "◑"} text={blocks ? "blockiert" : "offen"} kind={blocks ? "danger" : "warning"} />{" "}
        <strong>{label}</strong> <span class="aw-norm">{norm.norm}</span>
      </p>
      <p>{obstacle.reason}</p>
      <p class="kern-body kern-body--small">
        {`seit ${formatDay(obstacle.openedOn)}${openedBy ? `, erfasst von ${openedBy}` : ""}. Endet mit: ${endsBy}.`}
        {reason ? ` Duldungsgrund ${reason}: ${suspensionReasons[reason].label}.` : ""}
        {reviewOn ? ` Erneut prüfen: ${formatDay(reviewOn)} (${remaining(reviewOn, now)}).` : ""}
      </p>
      {mayAct ? (
        <p>
          <a href={`/faelle/${caseId}/hindernisse/${id}/schliessen`}>
            Schließen<span class="kern-sr-only">: {label}</span>
          </a>
        </p>
      ) : null}
    </li>
  );
};

const ClosedOne = ({ stored: { obstacle, closedBy } }: { stored: StoredObstacle }) =>
  obstacle.status === "closed" ? (
    <li>
      {`${obstacleDefinition(obstacle.type).label}: ${formatDay(obstacle.openedOn)} bis ${formatDay(obstacle.closedOn)}. `}
      {`${obstacle.closingReason}${closedBy ? ` (${closedBy})` : ""}`}
    </li>
  ) : null;

export const obstaclesPanel: CasePanel = {
  slot: "standing",
  name: "hindernisse",
  title: "2 Hindernisse",
  render: async ({ db, actor, now }, file) => {
    const all = await listObstacles({ db }, file.id);
    const open = all.filter(({ obstacle }) => obstacle.status === "open");
    const closed = all.filter(({ obstacle }) => obstacle.status === "closed");
    const blocking = open.filter(({ obstacle }) => isBlocking(obstacle)).length;
    const mayAct = actor.role === "caseworker";
    return (
      <>
        <p>{open.length === 0 ? "Kein Hindernis erfasst." : countText(blocking, open.length - blocking)}</p>
        {open.length > 0 ? (
          <ul class="aw-plain-list">
            {open.map((stored) => (
              <OpenOne stored={stored} caseId={file.id} now={now} mayAct={mayAct} />
            ))}
          </ul>
        ) : null}
        {closed.length > 0 ? (
          <Disclosure summary={`Geschlossen (${closed.length})`}>
            <ul>
              {closed.map((stored) => (
                <ClosedOne stored={stored} />
              ))}
            </ul>
          </Disclosure>
        ) : null}
        {mayAct ? <LinkButton href={`/faelle/${file.id}/hindernisse/neu`}>Hindernis erfassen</LinkButton> : null}
      </>
    );
  },
};
