/** What to do next in this case and why, ordered by legal dates only (Nächste Schritte). */
import { day } from "../../kernel/day.ts";
import type { Db } from "../../platform/change.ts";
import { formatDay, remaining } from "../../ui/index.ts";
import { type CaseStepKind, type MeasureSummary, nextSteps } from "./domain/case-steps.ts";
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
  const rows = await db
    .selectFrom("measure as m")
    .leftJoin("measure_outcome as x", "x.measure_id", "m.id")
    .leftJoin("reattempt_duty as d", (join) => join.onRef("d.measure_id", "=", "m.id").on("d.resolved_on", "is", null))
    .select(["m.attempt_no", "x.result", "d.due_on"])
    .where("m.case_id", "=", caseId)
    .execute();
  return rows.map(({ attempt_no: attemptNo, result, due_on }) => ({
    attemptNo,
    standing: result === null ? "open" : result === "completed" ? "departed" : "failed",
    ...(due_on && { retryDueOn: day(due_on) }),
  }));
}

const placeOf: Readonly<Record<CaseStepKind, { path: string; label: string }>> = {
  haltMeasure: { path: "#massnahmen", label: "Zur Maßnahme" },
  awaitPeriod: { path: "#ausreisepflicht", label: "Zur Herleitung" },
  voluntaryReturn: { path: "/ausreise", label: "Öffnen" },
  clarifyFact: { path: "/ereignisse/neu", label: "Ereignis erfassen" },
  clearObstacle: { path: "#hindernisse", label: "Zum Hindernis" },
  retryMeasure: { path: "#massnahmen", label: "Zur Maßnahme" },
  planMeasure: { path: "/massnahmen/neu", label: "Maßnahme anlegen" },
  closeCase: { path: "/ansicht/verlauf", label: "Zum Verlauf" },
};

export const stepsPanel: CasePanel = {
  slot: "side",
  name: "schritte",
  title: "Nächste Schritte",
  render: async ({ db, now }, { id }) => {
    const standing = await findStanding({ db }, id);
    if (!standing) return <p>Erfassen Sie zuerst die Rechtsereignisse.</p>;
    const stored = await findOffer({ db }, id);
    const steps = nextSteps({
      enforceability: derivationOf(standing),
      obstacles: (await listObstacles({ db }, id)).map(({ obstacle }) => obstacle),
      ...(stored && { offer: stored.offer }),
      measures: await measuresOf({ db }, id),
    });
    if (steps.length === 0) return <p>Zurzeit ist nichts zu tun.</p>;
    return (
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
  },
};
