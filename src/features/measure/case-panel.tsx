/** The third machine on the case page: the attempts of the case, and the duty that a failed one left. */
import { formatDay, LinkButton, remaining, Status } from "../../ui/index.ts";
import type { CasePanel } from "../case/index.ts";
import { resultOf } from "./domain/attempts.ts";
import { statusLabels } from "./domain/measure.ts";
import { causeLabels, phaseLabels } from "./domain/outcome.ts";
import { type Duty, measuresWith, openDuties, type StoredMeasure } from "./queries.ts";

const FailureOf = ({ stored: { measure } }: { stored: StoredMeasure }) => {
  const failure =
    "failure" in measure
      ? measure.failure
      : "outcome" in measure && measure.outcome.kind === "failed"
        ? measure.outcome
        : undefined;
  return failure ? <p>{`Abschnitt ${phaseLabels[failure.phase]}: ${causeLabels[failure.cause]}`}</p> : null;
};

const Attempt = ({ stored, isCompanion }: { stored: StoredMeasure; isCompanion: boolean }) => (
  <li>
    <a href={`/massnahmen/${stored.id}`}>{stored.number}</a>{" "}
    <Status
      sign="●"
      text={statusLabels[stored.measure.status]}
      kind={stored.measure.status === "stopped" ? "danger" : "info"}
    />
    {isCompanion ? <p>Die Person reist in der Maßnahme eines Familienmitglieds mit.</p> : null}
    <FailureOf stored={stored} />
  </li>
);

const DutyLine = ({ duty, now, caseId }: { duty: Duty; now: Date; caseId: string }) => (
  <p>
    <Status sign="◑" text="Erneuter Versuch oder begründet absehen" kind="warning" />{" "}
    {duty.due ? `${remaining(duty.due, now)} (${formatDay(duty.due)})` : `offen seit ${formatDay(duty.arose)}`}{" "}
    <a href={`/faelle/${caseId}/absehen/${duty.id}`}>Begründet absehen</a>
  </p>
);

export const measuresPanel: CasePanel = {
  slot: "standing",
  name: "massnahmen",
  title: "3 Maßnahme",
  render: async (context, file) => {
    const measures = await measuresWith(context, [file.id]);
    const duties = await openDuties(context, file.id);
    const own = measures.find(({ caseId }) => caseId === file.id);
    const hasOpen = measures.some(({ measure }) => resultOf(measure) === "open");
    const mayOpen = context.actor.role === "caseworker" && !hasOpen && (!own || resultOf(own.measure) !== "completed");
    return (
      <>
        {measures.length === 0 ? <p>Noch keine Maßnahme.</p> : null}
        <ul class="aw-plain-list">
          {measures.map((stored) => (
            <Attempt stored={stored} isCompanion={stored.caseId !== file.id} />
          ))}
        </ul>
        {duties.map((duty) => (
          <DutyLine duty={duty} now={context.now} caseId={file.id} />
        ))}
        {mayOpen ? <LinkButton href={`/faelle/${file.id}/massnahmen/neu`}>Maßnahme anlegen</LinkButton> : null}
      </>
    );
  },
};
