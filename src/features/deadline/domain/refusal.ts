/** Why a deadline cannot be computed: a name for programs, the field at fault, one German sentence for people. */

/** Ablehnung einer Fristberechnung: lieber keine Frist als eine falsche (§ 31 VwVfG). */
export type Refusal = {
  code:
    | "unknownRule"
    | "ruleWithoutPeriod"
    | "noVersionForDay"
    | "dayUnreadable"
    | "dayOutOfRange"
    | "timeDoesNotExist"
    | "timeMissing"
    | "unknownCalendar"
    | "holidaysMissing"
    | "lengthUnreadable"
    | "lengthOutsideSpan"
    | "lengthMissing"
    | "creditNotPossible"
    | "creditUsesEverything"
    | "suspensionNotPossible"
    | "suspensionUnreadable"
    | "fieldMissing"
    | "notAList"
    | "notAnEntry";
  field: "rule" | "on" | "calendar" | "length" | "creditedDays" | "suspended" | "id" | "file";
  message: string;
};

export const refusal = (code: Refusal["code"], field: Refusal["field"], message: string): Refusal => ({
  code,
  field,
  message,
});
