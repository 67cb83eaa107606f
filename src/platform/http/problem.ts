/** An answer that is not a success, in words for the reader (RFC 9457 in the API, a page in the browser). */
import type { ContentfulStatusCode } from "hono/utils/http-status";

export type ProblemField = { field: string; message: string };

export class HttpProblem extends Error {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  readonly fields: readonly ProblemField[];

  /** `title` names what happened, `detail` what it means and what to do. Neither holds personal data. */
  constructor(status: ContentfulStatusCode, title: string, detail: string, fields: readonly ProblemField[] = []) {
    super(detail);
    this.status = status;
    this.title = title;
    this.fields = fields;
  }
}

/** Another page has to be answered first; `location` is a path of ours. */
export class SeeOther extends Error {
  readonly location: string;

  constructor(location: string) {
    super("see other");
    this.location = location;
  }
}

/** The same answer for what does not exist and what the caller may not see: nobody learns that a case exists. */
export const notFound = (): HttpProblem =>
  new HttpProblem(404, "nicht gefunden", "Diese Seite gibt es nicht, oder Sie sind an diesem Vorgang nicht beteiligt.");

export class ChangedMeanwhile extends HttpProblem {}

/** Somebody else was faster: the form was made from an older version. */
export const changedMeanwhile = (): ChangedMeanwhile =>
  new ChangedMeanwhile(
    409,
    "inzwischen geändert",
    "Jemand hat diesen Vorgang inzwischen geändert. Ihre Eingabe wurde nicht gespeichert. Bitte die Seite neu laden und prüfen.",
  );

/** application/problem+json */
export const problemJson = (problem: HttpProblem, requestId: string): Record<string, unknown> => ({
  type: "about:blank",
  title: problem.title,
  status: problem.status,
  detail: problem.message,
  kennung: requestId,
  ...(problem.fields.length > 0 ? { errors: problem.fields } : {}),
});
