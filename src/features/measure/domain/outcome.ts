/**
 * Outcome of an attempt: the phase it reached and the cause it failed for, two separate attributes (domain.md 2.7).
 * "Storniert" is not a cause, and `unknown` never stands without a text.
 */
import { ok, refused, type Result } from "../../../kernel/result.ts";

/** Phase, in der eine Maßnahme gescheitert ist (Schema "vor/nach Übergabe" der BT-Drs. 21/1532; domain.md 2.7). */
export type FailurePhase =
  | "beforeBooking"
  | "booked"
  | "pickup"
  | "transport"
  | "airport"
  | "boarding"
  | "inFlight"
  | "arrival";

export const phaseLabels: Record<FailurePhase, string> = {
  beforeBooking: "vor der Buchung",
  booked: "nach der Buchung",
  pickup: "Abholung",
  transport: "Fahrt",
  airport: "Übergabe am Flughafen",
  boarding: "Einstieg",
  inFlight: "Flug",
  arrival: "Ankunft",
};

export const failurePhases = Object.keys(phaseLabels) as FailurePhase[];

const untilPickup = ["beforeBooking", "booked", "pickup"] as const;
const untilTransport = [...untilPickup, "transport"] as const;
const untilBoarding = [...untilTransport, "airport", "boarding"] as const;
const afterBooking = ["booked", "pickup", "transport", "airport", "boarding", "inFlight"] as const;

/** Phases in which a cause can be expected; in another phase it needs a sentence, it is not forbidden. */
const expectedPhases = {
  notEncountered: ["pickup"],
  absconded: untilBoarding,
  medical: failurePhases,
  legalRemedy: failurePhases,
  newAsylumApplication: untilBoarding,
  hardshipOrPetition: untilBoarding,
  churchAsylum: untilPickup,
  receivingStateRefusal: failurePhases,
  transferPeriodExpired: untilBoarding,
  documentProblem: failurePhases,
  resistance: ["pickup", "transport", "airport", "boarding", "inFlight"],
  carrierRefusal: ["booked", "airport", "boarding", "inFlight"],
  transportOrFlightFailure: afterBooking,
  familyIncomplete: ["booked", "pickup", "transport", "airport", "boarding"],
  assistanceUnavailable: [...untilTransport, "airport"],
  voluntaryDeparture: untilPickup,
  authorityDecision: failurePhases,
  dataOrOrganisationalError: failurePhases,
  unknown: failurePhases,
} satisfies Record<string, readonly FailurePhase[]>;

/** Grund des Scheiterns einer Maßnahme (Ursachenliste nach BT-Drs. 21/1532, LT-Drs. MV 7/3066; domain.md 2.7). */
export type FailureCause = keyof typeof expectedPhases;

export const failureCauses = Object.keys(expectedPhases) as FailureCause[];

export const causeLabels: Record<FailureCause, string> = {
  notEncountered: "nicht angetroffen",
  absconded: "Aufenthalt unbekannt",
  medical: "gesundheitlich nicht reisefähig",
  legalRemedy: "Rechtsmittel, gerichtliche Aussetzung",
  newAsylumApplication: "Asyl- oder Folgeantrag",
  hardshipOrPetition: "Härtefallkommission oder Petition",
  churchAsylum: "Kirchenasyl",
  receivingStateRefusal: "Aufnahme durch den Zielstaat verweigert oder begrenzt",
  transferPeriodExpired: "Überstellungsfrist abgelaufen",
  documentProblem: "Heimreisedokument fehlt oder ungültig",
  resistance: "Widerstand",
  carrierRefusal: "Beförderung durch das Luftfahrtunternehmen verweigert",
  transportOrFlightFailure: "Fahrt oder Flug ausgefallen",
  familyIncomplete: "Familienverband unvollständig",
  assistanceUnavailable: "Kräfte oder Begleitung nicht verfügbar",
  voluntaryDeparture: "freiwillig ausgereist",
  authorityDecision: "Entscheidung der Behörde oder der Staatsanwaltschaft",
  dataOrOrganisationalError: "eigener Fehler in Daten oder Organisation",
  unknown: "Grund nicht bekannt",
};

export const plausibleCauses = (phase: FailurePhase): FailureCause[] =>
  failureCauses.filter((cause) => (expectedPhases[cause] as readonly FailurePhase[]).includes(phase));

/** Scheitern mit Phase und Grund (BT-Drs. 21/1532: vor und nach Übergabe an die Bundespolizei). */
export type Failure = { phase: FailurePhase; cause: FailureCause; text: string };

/** Ergebnis eines Versuchs: vollzogen oder gescheitert (§ 58 AufenthG; domain.md 2.7). */
export type Outcome = { kind: "completed" } | ({ kind: "failed" } & Failure);

/** An unknown cause, or one that is not expected in this phase, has to be told in a sentence. */
export const checkFailure = (failure: Failure): Result<Failure, "causeNeedsText"> =>
  (failure.cause !== "unknown" && plausibleCauses(failure.phase).includes(failure.cause)) ||
  failure.text.trim().length >= 3
    ? ok(failure)
    : refused("causeNeedsText");
