/** The gates panel (Prüfpunkte): G01–G30 by group, each dated, with norm, reason, author and expiry. No way around one. */
import { Card, checkSigns, formatDay, formatInstant, LinkButton, Status } from "../../../ui/index.ts";
import type { CheckId, GateDefinition, GateGroup, GatePhase } from "../domain/gate.ts";
import { checkStatus, type GateResult, neededIn } from "../domain/evaluate.ts";
import { gates, obstacleCheckTitle } from "../domain/gates.ts";
import type { StoredAnswer } from "../queries.ts";

export type GatesPanelProps = {
  measureId: string;
  schedule: readonly GateResult[];
  execution: readonly GateResult[];
  answers: readonly StoredAnswer[];
  /** Gates that the reader may answer. */
  mayAnswer: boolean;
};

const groups: readonly GateGroup[] = [
  "Recht",
  "Person und Familie",
  "Gesundheit",
  "Papiere und Zielstaat",
  "Reise",
  "Vollzug",
];

const isNeeded = (gate: CheckId, phase: GatePhase): boolean =>
  neededIn(phase).some((each) => each.gate === gate && each.need !== "none");

const Need = ({ gate }: { gate: CheckId }) => (
  <span class="kern-body kern-body--small">
    {isNeeded(gate, "schedule") ? "vor Planung und Vollzug" : "vor Vollzug"}
  </span>
);

function GateRow({ gate, props }: { gate: GateDefinition; props: GatesPanelProps }) {
  const result = props.execution.find((each) => each.gate === gate.id);
  if (!result) return null;
  const answer = props.answers.findLast((each) => each.gate === gate.id);
  return (
    <li class="aw-gate" id={gate.id}>
      <div>
        <Status {...checkSigns[checkStatus(result)]} /> <strong>{gate.id}</strong> {gate.title}
        <p class="kern-body">{result.because}</p>
        <p class="kern-body kern-body--small">
          {gate.norm.norm} (Stand {gate.norm.version}) · <Need gate={gate.id} />
          {answer
            ? ` · ${answer.officerName}, ${formatInstant(answer.answeredAt)}${answer.evidence ? ` · Beleg: ${answer.evidence}` : ""}`
            : ""}
          {answer?.expiresOn ? ` · gültig bis ${formatDay(answer.expiresOn)}` : ""}
        </p>
      </div>
      {gate.kind === "answered" && props.mayAnswer ? (
        <LinkButton href={`/massnahmen/${props.measureId}/pruefpunkte/${gate.id}`}>
          Antworten<span class="kern-sr-only">: {gate.title}</span>
        </LinkButton>
      ) : null}
    </li>
  );
}

const holdsCount = (ids: readonly CheckId[], results: readonly GateResult[]): number =>
  results.filter((each) => ids.includes(each.gate) && ["holds", "notApplicable"].includes(each.status)).length;

export function GatesPanel(props: GatesPanelProps) {
  const obstacles = props.execution.find((each) => each.gate === "obstacles");
  return (
    <>
      {groups.map((group) => {
        const members = gates.filter((gate) => gate.group === group);
        const ids = members.map(({ id }) => id);
        return (
          <Card title={`${group}: ${holdsCount(ids, props.execution)} von ${members.length}`} level={3}>
            <ul class="aw-gates">
              {members.map((gate) => (
                <GateRow gate={gate} props={props} />
              ))}
            </ul>
          </Card>
        );
      })}
      {obstacles ? (
        <p class="kern-body">
          <Status {...checkSigns[checkStatus(obstacles)]} /> {obstacleCheckTitle}: {obstacles.because}
        </p>
      ) : null}
    </>
  );
}
