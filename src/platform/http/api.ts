/**
 * The JSON API: the same services as the pages, described by the same Zod schemas. OpenAPI 3.1 at /api/v1/openapi.json,
 * refusals as problem+json (RFC 9457), versions as ETag and If-Match, lists by cursor, retries by Idempotency-Key.
 */
import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppEnv, Http } from "./env.ts";
import { HttpProblem, problemJson } from "./problem.ts";

export const apiRoot = "/api/v1";

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    kennung: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");

const problemContent = { "application/problem+json": { schema: problemSchema } };

/** Answers that every operation may give besides its own. */
export const problemResponses = {
  401: { description: "Nicht angemeldet", content: problemContent },
  403: { description: "Die Rolle darf das nicht", content: problemContent },
  404: { description: "Gibt es nicht, oder die Behörde ist nicht beteiligt", content: problemContent },
  409: { description: "Inzwischen geändert, oder der Schritt ist nicht möglich", content: problemContent },
  415: { description: "Der Inhalt hat ein anderes Format", content: problemContent },
  422: { description: "Eingabe ungültig", content: problemContent },
} as const;

/** `jsonBody(schema)` and `jsonAnswer(schema, "…")` keep route definitions short. */
export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { "application/json": { schema } } },
});
export const jsonAnswer = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

export const idParams = z.object({ id: z.uuid().openapi({ param: { name: "id", in: "path" } }) });

/** `limit` and `cursor` of a list; `cursor` is what the page before gave as `next`. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
export const pageOf = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item), next: z.string().nullable() });

export const encodeCursor = (key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString("base64url");

/** The key inside a cursor; a cursor that is not ours is an input error. */
export function decodeCursor<S extends z.ZodType>(cursor: string | undefined, schema: S): z.output<S> | undefined {
  if (!cursor) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw invalid([{ field: "cursor", message: "Unbekannte Fortsetzung. Bitte die Liste von vorn lesen." }]);
  }
}

export const invalid = (fields: { field: string; message: string }[]): HttpProblem =>
  new HttpProblem(422, "Eingabe ungültig", "Mindestens eine Angabe fehlt oder stimmt nicht.", fields);

/** The version that the caller saw: `If-Match: "3"`. Writing without it is refused, so that nobody overwrites unseen. */
export function seenVersion(c: Http): number {
  const match = /^(?:W\/)?"(\d+)"$/.exec(c.req.header("if-match") ?? "");
  if (!match) throw new HttpProblem(428, "Version fehlt", 'Bitte die gelesene Version senden: If-Match: "3".');
  return Number(match[1]);
}

export const withVersion = (c: Http, version: number): void => c.header("etag", `"${version}"`);

/** A part of the API; features add their operations to it. */
export function createApiRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const fields = result.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
      return c.json(problemJson(invalid(fields), c.var.requestId), 422, { "content-type": "application/problem+json" });
    },
  });
}
