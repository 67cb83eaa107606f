/**
 * Bars from claims (Klagen) and from orders of suspensive effect. A claim bars only where the law says so (APR Art. 68, VwGO § 80);
 * a claim that came late is held until the court has been asked.
 */
import { isAfter, isBefore } from "../../../kernel/day.ts";
import { type Act, windowOf } from "./act.ts";
import type { Bar, PeriodCalculator } from "./enforceability-state.ts";
import { type Facts, of } from "./facts.ts";
import { germanDay } from "./german-day.ts";
import { procedures } from "./legal-event-choices.ts";
import type { LegalEventOf } from "./legal-event.ts";
import { apr, housePolicy, vwGO } from "./norms.ts";
import { closing, earliest, type Span, spans } from "./span.ts";

type Claim = Span<LegalEventOf<"claimFiled">>;

/** The act a remedy is directed at: the last one served by then; a remedy older than all acts belongs to the first. */
export const attackedAct = (
  acts: readonly Act[],
  { on, procedure }: { on: Act["servedOn"]; procedure: Act["procedure"] },
) => {
  const own = acts.filter((act) => act.procedure === procedure);
  return own.findLast(({ servedOn }) => !isAfter(servedOn, on)) ?? own[0];
};

function pendingClaim(claim: Claim, norm: Bar["norm"]): Bar {
  const { opened, closed } = claim;
  return {
    blocks: "act",
    restarts: opened.procedure,
    from: opened.on,
    ...closing(claim),
    holding: `Die Klage vom ${germanDay(opened.on)} hat aufschiebende Wirkung und ist nicht rechtskräftig entschieden.`,
    over: `Die Klage vom ${germanDay(opened.on)} ist seit ${closed ? germanDay(closed.on) : ""} abgeschlossen.`,
    norm,
  };
}

/** A late claim has no suspensive effect, but whether it is late is for the court to say. */
function lateClaim({ opened, closed }: Claim, facts: Facts): Bar {
  const release = of(facts, "courtReleaseDocumented", "decisionFinal").find(
    ({ procedure, on }) => procedure === opened.procedure && !isBefore(on, opened.on),
  );
  const to = earliest(closed?.on, release?.on);
  return {
    blocks: "removal",
    restarts: "none",
    from: opened.on,
    ...(to && { to }),
    holding: `Die Klage vom ${germanDay(opened.on)} ging nach Ablauf der Klagefrist ein; der Vollzug ruht, bis das Gericht gefragt ist.`,
    over: `Zur verspäteten Klage vom ${germanDay(opened.on)} liegt seit ${to ? germanDay(to) : ""} eine Klärung vor.`,
    norm: housePolicy("Anfrage beim Gericht vor dem Vollzug"),
    events: [opened.id],
    question: `Hält das Gericht die Klage vom ${germanDay(opened.on)} für rechtzeitig, oder ist Wiedereinsetzung gewährt?`,
  };
}

function claimBar(claim: Claim, acts: readonly Act[], facts: Facts, periods: PeriodCalculator): Bar | undefined {
  const { opened } = claim;
  const act = attackedAct(acts, opened);
  if (!act) {
    return {
      ...pendingClaim(claim, apr("Art. 68")),
      restarts: "all",
      question: `Gegen welchen Bescheid richtet sich die Klage vom ${germanDay(opened.on)} (${procedures[opened.procedure]})?`,
    };
  }
  if (act.regime === "standard") {
    const window = windowOf(act, periods);
    const isLate = window !== undefined && isAfter(opened.on, window.end);
    return isLate ? lateClaim(claim, facts) : pendingClaim(claim, apr("Art. 68"));
  }
  const suspends = acts.some(
    ({ regime, claimSuspends, servedOn }) => regime === "residence" && claimSuspends && !isAfter(servedOn, opened.on),
  );
  return opened.procedure === "residence" && (suspends || act.claimSuspends)
    ? pendingClaim(claim, vwGO("§ 80"))
    : undefined;
}

export function claimBars(acts: readonly Act[], facts: Facts, periods: PeriodCalculator): Bar[] {
  return Object.keys(procedures).flatMap((procedure) => {
    const own = <E extends { procedure: string }>(events: E[]): E[] =>
      events.filter((event) => event.procedure === procedure);
    const claims = spans(
      own(of(facts, "claimFiled")),
      own(of(facts, "claimDismissedFinal", "claimWithdrawn")),
      own(of(facts, "decisionAnnulled")),
    );
    return claims.flatMap((claim) => claimBar(claim, acts, facts, periods) ?? []);
  });
}

/** § 80 Abs. 5 VwGO: lasts until it is lifted or the main proceedings are over. */
export function suspensiveEffectBars(facts: Facts): Bar[] {
  return of(facts, "suspensiveEffectOrdered").map((order) => {
    const lifted = of(facts, "courtOrderEnded").find(
      ({ procedure, forum, on }) =>
        procedure === order.procedure && forum === "administrativeCourt" && !isBefore(on, order.on),
    );
    const mainOver = of(facts, "claimDismissedFinal", "claimWithdrawn", "decisionAnnulled").find(
      ({ procedure, on }) => procedure === order.procedure && isAfter(on, order.on),
    );
    const to = earliest(lifted?.on, mainOver?.on);
    return {
      blocks: "act",
      restarts: order.procedure,
      from: order.on,
      ...(to && { to }),
      holding: `Das Gericht hat am ${germanDay(order.on)} die aufschiebende Wirkung angeordnet.`,
      over: `Die am ${germanDay(order.on)} angeordnete aufschiebende Wirkung endete am ${to ? germanDay(to) : ""}.`,
      norm: vwGO("§ 80 Abs. 5"),
      events: [order.id, ...[lifted, mainOver].filter((event) => event !== undefined).map(({ id }) => id)],
    };
  });
}
