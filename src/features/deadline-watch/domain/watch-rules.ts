/**
 * Which deadlines raise an alert when they expire, which are not worth a notice, and how many days ahead notices are given.
 * An alert asks a person to look. It decides nothing: custody ends by law or by a court, a transfer period by the law.
 */

/** Anlass eines Fristalarms: Ende der Überstellungsfrist (Art. 46 VO (EU) 2024/1351, Art. 29 Dublin-III-VO) oder der Höchstdauer einer Freiheitsentziehung (§§ 62, 62b AufenthG). */
export type AlertCause = "transferPeriod" | "custody";

export const alertRules: Readonly<Record<string, AlertCause>> = {
  D20: "custody",
  D21: "custody",
  D22: "custody",
  D23: "custody",
  D24: "custody",
  D25: "custody",
  D27: "custody",
  D28: "custody",
  "D29.transfer": "custody",
  "D40.detained.transfer": "custody",
  D35: "transferPeriod",
  "D36.imprisoned": "transferPeriod",
  "D36.absconded": "transferPeriod",
  D37: "transferPeriod",
  "D40.transfer": "transferPeriod",
  "D40.imprisoned": "transferPeriod",
  "D40.absconded": "transferPeriod",
};

/** Fictions of service are no periods to be met: their end starts other deadlines, which are watched. */
export const quietRules: readonly string[] = [
  "service.post",
  "service.centre",
  "service.portal",
  "service.portal.expiry",
  "service.public",
  "service.lastAddress",
];

/** In-house choice of this program, to be changed by each authority; no norm knows such steps. */
export const defaultNoticeDays: readonly number[] = [14, 7, 1];

/** Ablehnung einer Eingabe der Hinweis-Stufen (hausinterne Einstellung, keine Norm). */
export type NoticeDaysRefusal = "notNumbers" | "tooMany" | "tooFar";

/** `14, 7, 1`, in any order and with repetitions; nothing at all switches notices off. Alerts cannot be switched off. */
export function readNoticeDays(text: string): readonly number[] | NoticeDaysRefusal {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return "notNumbers";
  const days = [...new Set(parts.map(Number))].toSorted((a, b) => b - a);
  if (days.length > 10) return "tooMany";
  return days.some((each) => each > 400) ? "tooFar" : days;
}
