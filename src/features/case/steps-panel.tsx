/** What to do next in this case and why, ordered by legal dates only (Nächste Schritte). */
import { day, type Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import { formatDay, formatInstant, remaining } from "../../ui/index.ts";
import { courtStopOf } from "./earlier-stops.ts";
import { type CaseStep, type CaseStepKind, type MeasureSummary, nextSteps } from "./domain/case-steps.ts";
import type { Derivation } from "./domain/enforceability-state.ts";
import { listObstacles } from "./obstacles/queries-obstacles.ts";
import type { CasePanel } from "./panel.ts";
import { findStanding, type Standing } from "./queries.ts";
import { findOffer } from "./voluntary-offer.ts";

/** The stored derivation keeps days as text; its own days stand beside it. */
function derivationOf({ state, since, until, derivation }: Standing): Derivation {
  const { steps, openQuestions } = derivation;
  return { state, ...(since && { since }), ...(until && { until }), steps, openQuestions };
}

/** Short standing of the attempts, as their outcomes tell it. */
async function measuresOf({ db }: { db: Db }, caseId: string): Promise<MeasureSummary[]> {
  const withPerson = db.selectFrom("measure_person").select("measure_id").where("case_id", "=", caseId);
  const rows = await db
    .selectFrom("measure as m")
    .leftJoin("measure_outcome as x", "x.measure_id", "m.id")
    .leftJoin("reattempt_duty as d", (join) => join.onRef("d.measure_id", "=", "m.id").on("d.resolved_on", "is", null))
    .select(["m.attempt_no", "x.result", "d.due_on"])
    .where((eb) =>
      eb.or([
        eb("m.case_id", "=", caseId),
        // As a companion: only while it is open, its failure is decided in the case it was opened for.
        eb.and([eb("x.result", "is", null), eb("m.id", "in", withPerson)]),
      ]),
    )
    .execute();
  return rows.map(({ attempt_no: attemptNo, result, due_on }) => ({
    attemptNo,
    standing: result === null ? "open" : result === "completed" ? "departed" : "failed",
    ...(due_on && { retryDueOn: day(due_on) }),
  }));
}

const placeOf: Readonly<Record<CaseStepKind, { path: string; label: string }>> = {
  haltMeasure: { path: "#massnahmen", label: "Zur Maßnahme" },
  recordDecision: { path: "/ereignisse/neu", label: "Ereignis erfassen" },
  awaitPeriod: { path: "#ausreisepflicht", label: "Zur Herleitung" },
  voluntaryReturn: { path: "/ausreise", label: "Öffnen" },
  clarifyFact: { path: "/ereignisse/neu", label: "Ereignis erfassen" },
  clearObstacle: { path: "#hindernisse", label: "Zum Hindernis" },
  retryMeasure: { path: "#massnahmen", label: "Zur Maßnahme" },
  planMeasure: { path: "/massnahmen/neu", label: "Maßnahme anlegen" },
  closeCase: { path: "/ansicht/verlauf", label: "Zum Verlauf" },
};

/** A line of the work queue (Aufgabe), as its source says it. */
type CaseTask = { task: string; href: string; due: Day | Date | undefined; counterpart: string };

/** What is open in a case beside its law: what we have to do, and what others have to do. */
export type CaseWork = { tasks: readonly CaseTask[]; waiting: readonly CaseTask[] };

export type WorkOfCase = (context: Context, caseId: string) => Promise<CaseWork>;

const dueText = (due: Day | Date): string => (due instanceof Date ? formatInstant(due) : formatDay(due));

const Tasks = ({ title, tasks, now }: { title: string; tasks: readonly CaseTask[]; now: Date }) =>
  tasks.length === 0 ? null : (
    <section>
      <h3 class="aw-h4">{title}</h3>
      <ul>
        {tasks.map(({ task, href, due, counterpart }) => (
          <li>
            <a href={href}>{task}</a>
            {counterpart === "–" ? "" : `, ${counterpart}`}
            {due ? ` – ${dueText(due)} (${remaining(due, now)})` : ""}
          </li>
        ))}
      </ul>
    </section>
  );

const Steps = ({ id, steps, now }: { id: string; steps: readonly CaseStep[]; now: Date }) =>
  steps.length === 0 ? null : (
    <ol>
      {steps.map(({ kind, label, why, dueOn, norm }) => (
        <li>
          <strong>{label}</strong>
          {dueOn ? ` – ${formatDay(dueOn)} (${remaining(dueOn, now)})` : ""}
          <br />
          {why} <span class="aw-norm">{norm.norm}</span>{" "}
          <a href={`/faelle/${id}${placeOf[kind].path}`}>
            {placeOf[kind].label}
            <span class="kern-sr-only">: {label}</span>
          </a>
        </li>
      ))}
    </ol>
  );

async function stepsOf({ db }: { db: Db }, id: string, standing: Standing): Promise<CaseStep[]> {
  const [stored, courtStopOn] = await Promise.all([findOffer({ db }, id), courtStopOf({ db }, id)]);
  return nextSteps({
    enforceability: derivationOf(standing),
    obstacles: (await listObstacles({ db }, id)).map(({ obstacle }) => obstacle),
    ...(stored && { offer: stored.offer }),
    ...(courtStopOn && { courtStopOn }),
    measures: await measuresOf({ db }, id),
  });
}

/** The work of other features comes from outside: the case knows none of them. */
export const stepsPanel = (workOf: WorkOfCase): CasePanel => ({
  slot: "side",
  name: "schritte",
  title: "Nächste Schritte",
  render: async (context, { id }) => {
    const { now } = context;
    const standing = await findStanding(context, id);
    const steps = standing ? await stepsOf(context, id, standing) : [];
    const { tasks, waiting } = await workOf(context, id);
    const isIdle = steps.length + tasks.length === 0;
    return (
      <>
        {standing ? null : <p>Erfassen Sie zuerst die Rechtsereignisse.</p>}
        {standing && isIdle ? <p>{waiting.length > 0 ? "Für Sie ist" : "Es ist"} zurzeit nichts zu tun.</p> : null}
        <Steps id={id} steps={steps} now={now} />
        <Tasks title="Offene Aufgaben" tasks={tasks} now={now} />
        <Tasks title="Wartet auf andere" tasks={waiting} now={now} />
      </>
    );
  },
});
