/**
 * Bars from urgent motions (Eilanträge) and from orders that forbid the removal.
 * In time in the proceedings named by statute: barred until the court decides. Otherwise: held until the court has been asked.
 */
import { isAfter, isBefore } from "../../../kernel/day.ts";
import { type Act, type Regime, windowOf } from "./act.ts";
import { attackedAct } from "./claim-bar.ts";
import type { Bar, PeriodCalculator } from "./enforceability-state.ts";
import { type Facts, of } from "./facts.ts";
import { germanDay } from "./german-day.ts";
import { type Forum, forums, type Procedure, procedures } from "./legal-event-choices.ts";
import type { LegalEventOf } from "./legal-event.ts";
import { apr, asylG, aufenthG, housePolicy, vwGO } from "./norms.ts";
import { closing, earliest, type Span, spans } from "./span.ts";

type Motion = Span<LegalEventOf<"urgentMotionFiled">>;

/** Statutes by which a motion in time bars the removal; absent where none does. */
const statutoryBar: { readonly [R in Regime]?: Bar["norm"] } = {
  shortened: apr("Art. 68 Abs. 5 Buchst. d"),
  transfer: asylG("§ 34a Abs. 3"),
  security: aufenthG("§ 58a Abs. 4"),
};

function pendingMotion(motion: Motion, act: Act, norm: Bar["norm"]): Bar {
  const { opened, closed } = motion;
  return {
    blocks: "act",
    restarts: "none",
    act: act.id,
    from: opened.on,
    ...closing(motion),
    holding: `Der rechtzeitige Eilantrag vom ${germanDay(opened.on)} ist nicht entschieden; bis dahin ist die Abschiebung unzulässig.`,
    over: `Über den Eilantrag vom ${germanDay(opened.on)} ist seit ${closed ? germanDay(closed.on) : ""} entschieden.`,
    norm,
  };
}

/** No statute bars here; the hold by policy ends with a decision or with a documented answer of the court. */
function heldMotion({ opened, closed }: Motion, facts: Facts): Bar {
  const release = of(facts, "courtReleaseDocumented").find(
    ({ procedure, forum, on }) => procedure === opened.procedure && forum === opened.forum && !isBefore(on, opened.on),
  );
  const to = earliest(closed?.on, release?.on);
  return {
    blocks: "removal",
    restarts: "none",
    from: opened.on,
    ...(to && { to }),
    holding: `Ein Eilantrag vom ${germanDay(opened.on)} ist anhängig (${forums[opened.forum]}); der Vollzug ruht, bis das Gericht gefragt ist.`,
    over: `Zum Eilantrag vom ${germanDay(opened.on)} liegt seit ${to ? germanDay(to) : ""} eine Entscheidung oder Freigabe des Gerichts vor.`,
    norm: housePolicy("Anfrage beim Gericht vor dem Vollzug"),
    events: [opened.id],
    question: `Ist über den Eilantrag vom ${germanDay(opened.on)} entschieden, oder hat das Gericht den Vollzug freigegeben?`,
  };
}

function motionBar(motion: Motion, acts: readonly Act[], facts: Facts, periods: PeriodCalculator): Bar {
  const { opened } = motion;
  const act = attackedAct(acts, opened);
  const norm = act && statutoryBar[act.regime];
  const window = act && windowOf(act, periods);
  const isInTime = window !== undefined && !isAfter(opened.on, window.end);
  return act && norm && isInTime && opened.forum === "administrativeCourt"
    ? pendingMotion(motion, act, norm)
    : heldMotion(motion, facts);
}

const courts = Object.keys(procedures).flatMap((procedure) =>
  Object.keys(forums).map((forum) => ({ procedure: procedure as Procedure, forum: forum as Forum })),
);

/** Each court answers for its own proceedings only; suspensive effect is ordered by administrative courts. */
export function motionBars(acts: readonly Act[], facts: Facts, periods: PeriodCalculator): Bar[] {
  return courts.flatMap(({ procedure, forum }) => {
    const own = <E extends { procedure: Procedure; forum?: Forum }>(events: readonly E[]): E[] =>
      events.filter((event) => event.procedure === procedure && (event.forum ?? "administrativeCourt") === forum);
    const decided = [
      ...own(of(facts, "urgentMotionRejected", "urgentMotionWithdrawn", "urgentMotionGranted")),
      ...own(of(facts, "suspensiveEffectOrdered")),
    ];
    const motions = spans(own(of(facts, "urgentMotionFiled")), decided, own(of(facts, "decisionAnnulled")));
    return motions.map((motion) => motionBar(motion, acts, facts, periods));
  });
}

/** An order that forbids the removal lasts until the court ends it. Against an act of the BAMF it means a right to remain. */
export function courtOrderBars(facts: Facts): Bar[] {
  return of(facts, "urgentMotionGranted").map((order) => {
    const ending = of(facts, "courtOrderEnded").find(
      ({ procedure, forum, on }) => procedure === order.procedure && forum === order.forum && !isBefore(on, order.on),
    );
    const isRightToRemain = order.forum === "administrativeCourt" && order.procedure !== "residence";
    return {
      blocks: isRightToRemain ? "act" : "removal",
      restarts: isRightToRemain ? order.procedure : "none",
      from: order.on,
      ...(ending && { to: ending.on }),
      holding: `Das Gericht hat die Abschiebung am ${germanDay(order.on)} untersagt (${forums[order.forum]}).`,
      over: `Die gerichtliche Anordnung vom ${germanDay(order.on)} endete am ${ending ? germanDay(ending.on) : ""}.`,
      norm: vwGO("§§ 80 Abs. 5, 123"),
      events: [order.id, ...(ending ? [ending.id] : [])],
    };
  });
}
