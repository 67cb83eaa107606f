/** The gates panel (Prüfpunkte): G01–G30 by group, each dated, with norm, reason, author and expiry. No way around one. */
import { day } from "../../../kernel/day.ts";
import { Card, checkSigns, formatDay, formatInstant, Status } from "../../../ui/index.ts";
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

const needText = (gate: CheckId): string => (isNeeded(gate, "schedule") ? "vor Planung und Vollzug" : "vor Vollzug");

function GateRow({ gate, props }: { gate: GateDefinition; props: GatesPanelProps }) {
  const result = props.execution.find((each) => each.gate === gate.id);
  if (!result) return null;
  const answer = props.answers.findLast((each) => each.gate === gate.id);
  return (
    <li class="aw-gate" id={gate.id}>
      <div>
        <Status {...checkSigns[checkStatus(result)]} />{" "}
        <span class="aw-gate__title">
          {gate.id} {gate.title}
        </span>
        <p>{result.because}</p>
        <p class="aw-gate__norm">
          {gate.norm.norm} (Stand {formatDay(day(gate.norm.version))}) · {needText(gate.id)}
          {answer ? ` · ${byline(answer)}` : ""}
        </p>
      </div>
      {gate.kind === "answered" && props.mayAnswer ? (
        <a class="aw-gate__action" href={`/massnahmen/${props.measureId}/pruefpunkte/${gate.id}`}>
          {answer ? "Neu antworten" : "Antworten"}
          <span class="kern-sr-only">: {gate.title}</span>
        </a>
      ) : null}
    </li>
  );
}

const byline = ({ officerName, answeredAt, evidence, expiresOn }: StoredAnswer): string =>
  [
    `${officerName}, ${formatInstant(answeredAt)}`,
    evidence ? `Beleg: ${evidence}` : "",
    expiresOn ? `gültig bis ${formatDay(expiresOn)}` : "",
  ]
    .filter(Boolean)
    .join(" · ");

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
