/** The case's own panels: duty to leave with its derivation, obstacles, legal events. */
import { day } from "../../kernel/day.ts";
import { Derivation, formatDay, LinkButton, Status, type StatusKind, Timeline } from "../../ui/index.ts";
import { enforceabilityStates, type EnforceabilityState, isEnforceable } from "./domain/enforceability-state.ts";
import { definitionOf, isLegalEventType } from "./domain/legal-event.ts";
import type { CasePanel } from "./panel.ts";
import { findStanding, listEvents, type RecordedEvent } from "./queries.ts";

const kindOf = (state: EnforceabilityState): StatusKind => (isEnforceable(state) ? "warning" : "info");

/** First of the three machines: never typed in, always with norm, version and events. */
export const standingPanel: CasePanel = {
  slot: "standing",
  name: "ausreisepflicht",
  title: "1 Ausreisepflicht",
  render: async (context, file) => {
    const standing = await findStanding(context, file.id);
    if (!standing) return <p>Noch nicht abgeleitet.</p>;
    const { state, since, until, derivation } = standing;
    return (
      <>
        <Status sign={isEnforceable(state) ? "■" : "○"} text={enforceabilityStates[state]} kind={kindOf(state)} />
        <p>
          {since ? `seit ${formatDay(since)}` : ""} {until ? `längstens bis ${formatDay(until)}` : ""}
        </p>
        <details>
          <summary>Herleitung</summary>
          <Derivation
            steps={derivation.steps.map(({ sentence, norm }) => ({
              text: sentence,
              norm: `${norm.norm} (Fassung ${formatDay(day(norm.version))})`,
            }))}
          />
        </details>
        {derivation.openQuestions.map((question) => (
          <p>Offen: {question}</p>
        ))}
      </>
    );
  },
};

/** German name of a kind of event, for features that only know its identifier. */
export const eventLabel = (type: string): string => (isLegalEventType(type) ? definitionOf(type).label : type);

const entryOf = (caseId: string, events: RecordedEvent[]) => (event: RecordedEvent) => {
  const corrected = events.some((other) => other.type === "eventCorrected" && other.corrects === event.id);
  return {
    at: formatDay(event.on),
    title: <a href={`/faelle/${caseId}/ereignisse/${event.id}`}>{definitionOf(event.type).label}</a>,
    text: event.type === "eventCorrected" ? event.reason : definitionOf(event.type).norm.norm,
    actor: event.recordedBy,
    mark: corrected ? { sign: "–", text: "berichtigt, zählt nicht", kind: "neutral" as const } : undefined,
  };
};

export const eventsPanel: CasePanel = {
  slot: "main",
  name: "ereignisse",
  title: "Rechtsereignisse",
  render: async (context, file) => {
    const events = await listEvents(context, file.id);
    return (
      <>
        <Timeline entries={events.toReversed().map(entryOf(file.id, events))} />
        <LinkButton href={`/faelle/${file.id}/ereignisse/neu`}>Ereignis erfassen</LinkButton>
      </>
    );
  },
};
