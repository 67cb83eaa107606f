/**
 * All clocks of one measure from where they are kept: deadlines of its cases, papers in the answers to gates, awaited
 * answers, the plan; and its open steps with the lead times of the authority. Nothing is estimated, nothing is stored.
 */
import { dayInGermany, type Day } from "../../kernel/day.ts";
import type { Result } from "../../kernel/result.ts";
import type { Context } from "../../platform/context.ts";
import { findCase } from "../case/index.ts";
import {
  calendarOf,
  type Clock,
  type CriticalPath,
  criticalPath,
  type DeadlineRefusal,
  type PathStep,
  storedDeadlines,
} from "../deadline/index.ts";
import { alertRules } from "../deadline-watch/index.ts";
import { casesOf, findPlan, gateTitle, listAnswers, type StoredAnswer, type StoredMeasure } from "../measure/index.ts";
import { isOpen, requestsOfMeasure, type RequestTypes, type StoredRequest } from "../request/index.ts";
import { listLeadTimes, type StoredLeadTime } from "./queries.ts";
import { stepKinds } from "./steps.ts";

/** A clock with where it is kept, for the link beside it. */
export type ShownClock = Clock & { source: string; href: string | undefined };
export type ShownStep = PathStep & { state: string; href: string | undefined };

export type MeasurePath = {
  clocks: readonly ShownClock[];
  steps: readonly ShownStep[];
  path: Result<CriticalPath, DeadlineRefusal>;
  plannedStart: Day | undefined;
  leadTimes: readonly StoredLeadTime[];
};

export async function measurePath(context: Context, stored: StoredMeasure, types: RequestTypes): Promise<MeasurePath> {
  const requests = (await requestsOfMeasure(context, stored.id)).filter(({ state }) => isOpen(state));
  const leadTimes = await listLeadTimes(context, context.actor);
  const plan = await planClocks(context, stored);
  const clocks = [
    ...(await deadlineClocks(context, stored)),
    ...paperClocks(await listAnswers(context, stored.id), stored.id),
    ...answerClocks(requests, types),
    ...plan,
  ].toSorted((a, b) => (a.until.equals(b.until) ? 0 : a.until.toString() < b.until.toString() ? -1 : 1));
  const steps = stepsOf(requests, leadTimes, types);
  const calendar = await calendarOf(context, stored.ownerId);
  const path = criticalPath({ clocks, steps, calendar });
  return { clocks, steps, path, leadTimes, plannedStart: plan[0]?.until };
}

/** Transfer periods and maxima of custody of every person of the measure. */
async function deadlineClocks(context: Context, stored: StoredMeasure): Promise<ShownClock[]> {
  const caseIds = await casesOf(context, stored.id);
  const found: ShownClock[] = [];
  for (const caseId of caseIds) {
    if (caseId !== stored.caseId)
      context.noteAccess({ what: "Kritischer Pfad", purpose: "Bearbeitung", caseId, ownerId: stored.ownerId });
    const fileNumber = caseIds.length > 1 ? (await findCase(context, caseId))?.fileNumber : undefined;
    for (const { key, rule, title, planOn, running } of await storedDeadlines(context, caseId)) {
      const cause = alertRules[rule];
      if (!running || !cause) continue;
      found.push({
        id: `deadline:${caseId}:${key}`,
        kind: cause === "custody" ? "detentionOrder" : "transferPeriod",
        title: fileNumber ? `${title} (Az. ${fileNumber})` : title,
        until: planOn,
        source: "Frist",
        href: `/fristen/${caseId}/${encodeURIComponent(key)}`,
      });
    }
  }
  return found;
}

const paperKinds: Readonly<Record<string, Clock["kind"]>> = {
  G13: "fitnessCertificate",
  G15: "travelDocument",
  G18: "transitPermission",
  G19: "searchWarrant",
  G20: "detentionOrder",
};

/** What the last answer to each gate says about how long its paper is good. */
function paperClocks(answers: readonly StoredAnswer[], measureId: string): ShownClock[] {
  const last = new Map(answers.map((answer) => [answer.gate, answer]));
  return [...last.values()].flatMap(({ gate, answer, expiresOn }) =>
    expiresOn && answer === "yes"
      ? [
          {
            id: `gate:${gate}`,
            kind: paperKinds[gate] ?? "evidence",
            title: `${gate} ${gateTitle(gate)}`,
            until: expiresOn,
            source: "Nachweis am Prüfpunkt",
            href: `/massnahmen/${measureId}/pruefpunkte/${gate}`,
          },
        ]
      : [],
  );
}

const nameOf = ({ type, number }: StoredRequest, types: RequestTypes): string =>
  `${types.find(({ domain }) => domain.id === type)?.domain.germanName ?? type} ${number}`;

const answerClocks = (requests: readonly StoredRequest[], types: RequestTypes): ShownClock[] =>
  requests.flatMap((request) =>
    request.answerDueAt && request.waitingFor
      ? [
          {
            id: `request:${request.id}`,
            kind: "requestClock" as const,
            title: `Antwort erwartet: ${nameOf(request, types)}`,
            until: dayInGermany(request.answerDueAt),
            source: "Ersuchen",
            href: `/ersuchen/${request.id}`,
          },
        ]
      : [],
  );

/** The planned begin, § 97a AufenthG: only on pages of the measure. */
async function planClocks(context: Context, stored: StoredMeasure): Promise<ShownClock[]> {
  const plan = await findPlan(context, stored.id);
  const source = "Planung";
  const href = `/massnahmen/${stored.id}/planung`;
  return plan?.startsAt
    ? [{ id: "plan", kind: "flight", title: "Geplanter Beginn", until: dayInGermany(plan.startsAt), source, href }]
    : [];
}

/** Each open request, and each step that the authority has given a lead time but nobody has begun. */
function stepsOf(
  requests: readonly StoredRequest[],
  leadTimes: readonly StoredLeadTime[],
  types: RequestTypes,
): ShownStep[] {
  const leadTimeOf = (kind: string) => {
    const found = leadTimes.find(({ step }) => step === kind);
    return found ? { leadTime: { days: found.days, unit: found.unit } } : {};
  };
  const asked = requests.map((request) => ({
    id: request.id,
    title: nameOf(request, types),
    after: [],
    ...leadTimeOf(request.type),
    state: request.sentAt ? "gesendet" : "Entwurf",
    href: request.sentAt ? `/ersuchen/${request.id}` : `/ersuchen/${request.id}/aufgaben`,
  }));
  const notYet = stepKinds(types)
    .filter(({ id }) => leadTimes.some(({ step }) => step === id) && !requests.some(({ type }) => type === id))
    .map(({ id, title }) => ({
      id,
      title,
      after: [],
      ...leadTimeOf(id),
      state: "kein offenes Ersuchen",
      href: undefined,
    }));
  return [...asked, ...notYet];
}
