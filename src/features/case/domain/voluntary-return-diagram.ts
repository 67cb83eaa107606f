/** Mermaid source of the voluntary return, drawn from its own table, so that the page in docs/domain cannot disagree with the code. */
import { possibleEvents, type VoluntaryReturnStatus, voluntaryReturnStatuses } from "./voluntary-return.ts";

export const voluntaryReturnLabels: Readonly<Record<VoluntaryReturnStatus, string>> = {
  offered: "angeboten",
  counselled: "beraten",
  applied: "beantragt",
  approved: "bewilligt",
  booked: "gebucht",
  departed: "ausgereist",
  declined: "abgelehnt",
  withdrawn: "zurückgezogen",
  expired: "verfallen",
};

/** Each event leads to the state of the same name, so the table alone gives the arrows. */
export function voluntaryReturnDiagram(): string {
  const names = voluntaryReturnStatuses.map((status) => `  ${status}: ${voluntaryReturnLabels[status]}`);
  const arrows = voluntaryReturnStatuses.flatMap((from) => possibleEvents(from).map((to) => `  ${from} --> ${to}`));
  return ["stateDiagram-v2", ...names, "  [*] --> offered", ...arrows, "  departed --> [*]"].join("\n") + "\n";
}
