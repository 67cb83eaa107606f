/** Roles that may stop a measure in which their authority has a part: everyone who may hold the person. */
import type { Role } from "../../platform/access/matrix.ts";

export const stoppers: [Role, ...Role[]] = [
  "caseworker",
  "supervisor",
  "districtPolice",
  "airportPolice",
  "escort",
  "transport",
  "flightDesk",
  "returnCoordination",
  "healthProfessional",
  "liaison",
];
