/** The list of cases as CSV: file numbers and legal dates. Never names, birth dates or nationalities (domain report 5.4). */
import { enforceabilityStates } from "../domain/enforceability-state.ts";
import type { ListedCase } from "./queries-list.ts";

const header = [
  "Aktenzeichen",
  "Stand",
  "Stand seit",
  "Nächste Frist",
  "Offene Hindernisse",
  "Gemeinde",
  "Sachbearbeitung",
];

export const listCsv = (cases: readonly ListedCase[]): unknown[][] => [
  header,
  ...cases.map(({ fileNumber, state, since, nextDue, openObstacles, municipality, officer }) => [
    fileNumber,
    enforceabilityStates[state],
    since?.toString(),
    nextDue?.toString(),
    openObstacles,
    municipality,
    officer,
  ]),
];
