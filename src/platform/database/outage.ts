/** Tells an outage of the database from a fault of ours, for the page that says so and for those who wait for it. */
import { HttpProblem } from "../http/problem.ts";

/** No connection came about: refused, no socket yet, full (53300), starting up or recovering (57P03). */
const notYet = new Set(["ECONNREFUSED", "ENOENT", "ETIMEDOUT", "EHOSTUNREACH", "53300", "57P03"]);
/** It broke: reset, shut down (57P01) or crashed (57P02) under us. */
const cutOff = new Set(["ECONNRESET", "EPIPE", "57P01", "57P02"]);
const cutOffWords = /terminated unexpectedly|not queryable/;

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

export const isNotYet = (error: unknown): boolean => notYet.has(codeOf(error));
export const isCutOff = (error: unknown): boolean =>
  cutOff.has(codeOf(error)) || (error instanceof Error && cutOffWords.test(error.message));

/** What the reader is told. After a cut nobody knows whether the commit arrived, so it promises nothing. */
export function outageOf(error: unknown): HttpProblem | undefined {
  if (isNotYet(error))
    return new HttpProblem(
      503,
      "Datenbank nicht erreichbar",
      "Die Datenbank antwortet gerade nicht. Es wurde nichts gespeichert. Bitte in einer Minute erneut versuchen.",
    );
  if (isCutOff(error))
    return new HttpProblem(
      503,
      "Verbindung zur Datenbank abgebrochen",
      "Die Verbindung zur Datenbank ist abgebrochen. Bitte in einer Minute nachsehen, ob Ihre Eingabe gespeichert ist.",
    );
  return undefined;
}
