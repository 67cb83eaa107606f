/** German words for reasons, violations and times of the tour planner. They name rules of vehicles and clocks, never a person. */
import type { Violation } from "./domain/check.ts";
import type { Reason, ReasonCode, WhoMayChange } from "./domain/explain.ts";
import type { Relaxation } from "./domain/explain/relaxation.ts";

export const reasonTexts: Record<ReasonCode, string> = {
  gateNotGreen: "Die rechtlichen Voraussetzungen sind nicht vollständig bestätigt.",
  qualification: "Die Besatzung oder das Fahrzeug erfüllt eine Anforderung der Fahrt nicht.",
  separation: "Die Fahrt muss von einer Fahrt dieser Tour getrennt bleiben.",
  seats: "Es fehlen Plätze.",
  pickupWindow: "Das Abholfenster passt nicht.",
  arrivalWindow: "Das Ankunftsfenster passt nicht.",
  rideTime: "Die Zeit im Fahrzeug würde zu lang.",
  crewHours: "Die Schicht der Besatzung reicht nicht.",
  rest: "Die Ruhezeit der Besatzung ist noch nicht um.",
  drivingTime: "Lenkzeit oder Pausen der Besatzung lassen es nicht zu.",
  nightHome:
    "Ein Halt an einer Wohnung fiele in die Nacht (21 bis 6 Uhr); dafür fehlen die beiden Entscheidungen nach § 58 Abs. 7 und 8 AufenthG.",
  ownerNotSharing: "Die Tour ist nicht für die Restplatzbörse freigegeben.",
  displaced: "Die Fahrt passte, verdrängte aber andere.",
  lock: "Eine Festlegung der Disposition steht dagegen.",
  several: "Mehrere Gründe zugleich; keine einzelne Änderung genügt.",
};

const whoTexts: Record<WhoMayChange, string> = {
  dispatcher: "Ändern kann das die Disposition.",
  municipality: "Ändern kann das die Ausländerbehörde der Kommune.",
  airportDesk: "Ändern kann das die Stelle am Flughafen oder die Zielbehörde.",
  owner: "Ändern kann das die Behörde, der das Fahrzeug gehört.",
  nobody: "Nicht verhandelbar.",
};

const changeTexts: Record<Relaxation["change"], (minutes: number) => string> = {
  pickupEarlier: (m) => `Es passt, wenn die Abholung ${m} Minuten früher beginnen darf.`,
  pickupLater: (m) => `Es passt, wenn die Abholung ${m} Minuten später sein darf.`,
  deliveryLater: (m) => `Es passt, wenn die Ankunft ${m} Minuten später sein darf.`,
  ride: (m) => `Es passt, wenn die Fahrt ${m} Minuten länger dauern darf.`,
  crew: (m) => `Es passt, wenn die Schicht ${m} Minuten weiter reicht.`,
  ruleSet: () => "Es passt mit einer Besatzung, deren Lenkzeit noch reicht.",
  rest: () => "Es passt mit einer Besatzung, deren Ruhezeit um ist.",
};

/** One reason as plain sentences. */
export function reasonText(reason: Reason): string {
  const parts = [reasonTexts[reason.code]];
  if (reason.relaxation) parts.push(changeTexts[reason.relaxation.change](Math.ceil(reason.relaxation.by / 60)));
  if (reason.displacement) parts.push(displacementText(reason.displacement));
  parts.push(whoTexts[reason.who]);
  return parts.join(" ");
}

function displacementText({ extraCost, opens }: NonNullable<Reason["displacement"]>): string {
  const cost = extraCost <= 0 ? "Es kostet nicht mehr" : `Es kostet ${euros(extraCost)} mehr`;
  return opens.length === 0 ? `${cost}.` : `${cost} und lässt Fahrt ${opens.join(", ")} offen.`;
}

/** Cost units are thousandths of a cent. */
export const euros = (cost: number): string =>
  `${(cost / 100_000).toLocaleString("de-DE", { minimumFractionDigits: 2, maximumFractionDigits: 2 })} €`;

/** Clock time of the planning day; "+1" = next day. */
export function clockText(seconds: number): string {
  const day = Math.floor(seconds / 86400);
  const rest = Math.floor((seconds - day * 86400) / 60);
  const text = `${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`;
  return day === 0 ? text : `${text} (${day > 0 ? "+" : ""}${day})`;
}

const violationTexts: Record<Violation["code"], string> = {
  unknownUnit: "unbekanntes Fahrzeug oder Regelwerk",
  unitTwice: "Fahrzeug mehrfach eingesetzt",
  unknownTrip: "unbekannte Fahrt",
  tripTwice: "Fahrt mehrfach eingeplant",
  unservedList: "Liste der offenen Fahrten stimmt nicht",
  lock: "Festlegung der Disposition verletzt",
  order: "Abholung und Ankunft in falscher Folge",
  seats: "zu wenige Plätze",
  qualification: "Anforderung nicht erfüllt",
  gateNotGreen: "rechtliche Voraussetzungen nicht bestätigt",
  separation: "Trennung verletzt",
  window: "Zeitfenster verletzt",
  nightHome: "Halt an einer Wohnung zur Nachtzeit ohne die beiden Entscheidungen",
  tooEarly: "Zeiten nicht erreichbar",
  service: "Haltezeit falsch",
  rideTime: "zu lange im Fahrzeug",
  waitOnBoard: "zu langes Warten mit Personen im Fahrzeug",
  shift: "außerhalb der Schicht",
  break: "Pause nicht möglich",
  crewHours: "Arbeitszeit überschritten",
  rest: "Ruhezeit unterschritten",
  drivingTime: "Lenkzeit überschritten",
};

export const violationText = (v: Violation): string =>
  [
    v.unit === undefined ? "" : `Fahrzeug ${v.unit}`,
    v.trip === undefined ? "" : `Fahrt ${v.trip}`,
    violationTexts[v.code],
  ]
    .filter((s) => s !== "")
    .join(", ");
