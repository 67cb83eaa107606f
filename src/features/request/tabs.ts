/** The tabs of the list of requests by role: what waits for the authority, what it has asked, what it mediates. */
import type { RequestStatus } from "./domain/request.ts";
import type { Side } from "./queries.ts";

export type Tab = { name: string; label: string; side: Side; statuses: readonly RequestStatus[] };

const over: readonly RequestStatus[] = ["declined", "debriefed", "withdrawn"];

const addresseeTabs: readonly Tab[] = [
  { name: "eingang", label: "Eingang", side: "inbox", statuses: ["sent", "received", "answered"] },
  { name: "pruefung", label: "In Prüfung", side: "inbox", statuses: ["underReview", "question"] },
  {
    name: "angenommen",
    label: "Angenommen",
    side: "inbox",
    statuses: ["accepted", "acceptedWithConditions", "executed"],
  },
  { name: "strittig", label: "Strittig", side: "inbox", statuses: ["contested", "mediation"] },
  { name: "abgeschlossen", label: "Abgeschlossen", side: "inbox", statuses: over },
];

const requesterTabs: readonly Tab[] = [
  {
    name: "gestellt",
    label: "Gestellte Ersuchen",
    side: "outbox",
    statuses: [
      "sent",
      "received",
      "underReview",
      "question",
      "answered",
      "accepted",
      "acceptedWithConditions",
      "contested",
      "mediation",
      "executed",
    ],
  },
  { name: "entwuerfe", label: "Entwürfe", side: "outbox", statuses: ["draft"] },
  { name: "beendet", label: "Abgeschlossen", side: "outbox", statuses: over },
];

const mediatorTabs: readonly Tab[] = [
  { name: "vermittlung", label: "Vermittlung", side: "mediation", statuses: ["mediation"] },
  {
    name: "vermittelt",
    label: "Nach der Vermittlung",
    side: "mediation",
    statuses: ["underReview", "accepted", "acceptedWithConditions", "contested", "executed", ...over],
  },
];

export const tabsFor = (role: string): readonly Tab[] => {
  if (role === "liaison") return mediatorTabs;
  return role === "caseworker" || role === "supervisor" ? requesterTabs : addresseeTabs;
};

/** Time and place of what is asked for: mediators learn neither (§ 97a AufenthG; domain.md 5.5). */
export const knowsCourse = ({ side }: Tab): boolean => side !== "mediation";
