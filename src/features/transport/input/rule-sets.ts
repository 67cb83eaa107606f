/**
 * Crew rule sets as an authority configures them in a planning file (Regelwerke): beside the shipped ones, or a newer
 * version of one of them. Which of them binds a crew is recorded with the unit; nothing here decides that.
 */
import { z } from "zod";
import { shippedRuleSets } from "../domain/crew-rules.ts";
import type { RuleSet } from "../domain/model.ts";

const MINUTE = 60;
const minutes = z.int().min(0).max(2880);
const length = minutes.nullable().default(null);
export const ruleSetFile = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, "kurzes Kennzeichen aus Buchstaben, Ziffern und Bindestrich"),
  version: z.string().min(1).max(40),
  norm: z.string().min(1).max(200),
  maxWorkMinutes: length,
  breaks: z.array(z.strictObject({ overMinutes: minutes, totalMinutes: minutes })).default([]),
  minPieceMinutes: minutes.default(15),
  maxWithoutBreakMinutes: length,
  restMinutes: length,
  driving: z
    .strictObject({
      maxDayMinutes: minutes,
      maxWeekMinutes: z.int().min(0).max(10_080),
      maxFortnightMinutes: z.int().min(0).max(20_160),
      breakAfterMinutes: minutes,
      breakMinutes: minutes,
    })
    .nullable()
    .default(null),
});
type RuleSetFile = z.infer<typeof ruleSetFile>;

export const ruleSetsOfDay = (own: readonly RuleSetFile[]): RuleSet[] => [
  ...shippedRuleSets.filter((set) => !own.some((o) => o.id === set.id)),
  ...own.map(ruleSetFrom),
];

function ruleSetFrom(set: RuleSetFile): RuleSet {
  const seconds = (value: number | null): number | null => (value === null ? null : value * MINUTE);
  const { driving } = set;
  return {
    id: set.id,
    version: set.version,
    norm: set.norm,
    maxWork: seconds(set.maxWorkMinutes),
    breaks: set.breaks.map((b) => ({ over: b.overMinutes * MINUTE, total: b.totalMinutes * MINUTE })),
    minPiece: set.minPieceMinutes * MINUTE,
    maxWithoutBreak: seconds(set.maxWithoutBreakMinutes),
    rest: seconds(set.restMinutes),
    driving: driving && {
      maxDay: driving.maxDayMinutes * MINUTE,
      maxWeek: driving.maxWeekMinutes * MINUTE,
      maxFortnight: driving.maxFortnightMinutes * MINUTE,
      breakAfter: driving.breakAfterMinutes * MINUTE,
      breakLength: driving.breakMinutes * MINUTE,
    },
  };
}
