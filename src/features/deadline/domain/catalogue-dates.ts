/** Days and phrases that many rows of the catalogue share; no row may invent a day of its own for the same law. */

/** Federal law was read in a corpus refreshed on this day. */
export const federalLawRead = "2026-08-19";
/** AsylG in the version of the EU asylum pact; the procedure and border regulations apply from here, too (§ 87e AsylG). */
export const pactStart = "2026-06-12";
export const dayBeforePact = "2026-06-11";
/** Reg. (EU) 2024/1351 applies from here (Art. 85). */
export const ammrStart = "2026-07-01";
/** First start day for which rows are recorded. Says nothing about when a norm came into force. */
export const recordedFrom = "2016-01-01";

export const byStartEvent = {
  selectedBy: "startEvent",
  transition: "Es gilt die Fassung, die am Tag des auslösenden Ereignisses galt.",
} as const;

export const byRegime = {
  selectedBy: "regime",
  transition:
    "Das festgestellte Regime entscheidet, nicht der Tag. Ob für Altfälle die Verfahrensfristen der Dublin-III-Verordnung bleiben, " +
    "ist ungeklärt (Art. 83, 84 VO (EU) 2024/1351): beide Ergebnisse zeigen, mit dem früheren planen.",
} as const;

export const federal = { version: federalLawRead, validFrom: recordedFrom, evidence: "V", ...byStartEvent } as const;
export const pact = { version: pactStart, validFrom: pactStart, evidence: "V", ...byStartEvent } as const;
/** AsylG before the pact, from memory: same lengths, other paragraphs. Kept so that old cases keep their rules. */
export const beforePact = {
  version: "2016-01-01",
  validFrom: recordedFrom,
  validTo: dayBeforePact,
  evidence: "M",
  ...byStartEvent,
} as const;
