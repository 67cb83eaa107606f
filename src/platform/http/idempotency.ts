/**
 * Retries of the API: a key is stored in the same transaction as the change it belongs to, so a change with a known key
 * never happens twice, also after a crash between commit and answer.
 */
import { createHash } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { Pool } from "../database/pool.ts";
import type { AppEnv } from "./env.ts";
import { HttpProblem } from "./problem.ts";

type Stored = { request_hash: Buffer; status: number | null; body: string | null; location: string | null };

const writing = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** For all writing operations that carry `Idempotency-Key` (8 to 200 characters). */
export const idempotentWrites = (pool: Pool) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const key = c.req.header("idempotency-key");
    if (!key || !writing.has(c.req.method) || !c.var.signedIn) return next();
    if (key.length < 8 || key.length > 200)
      throw new HttpProblem(422, "Schlüssel ungültig", "Idempotency-Key hat 8 bis 200 Zeichen.");
    const hash = createHash("sha256")
      .update(`${c.req.method} ${c.req.path}\n`)
      // As bytes: an uploaded file is not text, and reading it as text would break it for the handler.
      .update(new Uint8Array(await c.req.arrayBuffer()))
      .digest();
    const officerId = c.var.context.actor.officerId;
    const { rows } = await pool.query<Stored>(
      "select request_hash, status, body, location from idempotency_key where officer_id = $1 and key = $2",
      [officerId, key],
    );
    const known = rows[0];
    if (known && !known.request_hash.equals(hash))
      throw new HttpProblem(422, "Schlüssel schon benutzt", "Dieser Idempotency-Key gehört zu einer anderen Anfrage.");
    if (known) {
      c.set("accessChecked", true);
      const headers = { "content-type": "application/json", "idempotent-replay": "true" };
      return c.body(known.body ?? '{"status":"bereits ausgeführt"}', (known.status ?? 200) as 200, headers);
    }
    c.var.context.useIdempotencyKey({ key, hash });
    await next();
    if (c.res.status < 300) await keepAnswer(pool, officerId, key, c.res.clone());
  });

const keepAnswer = async (pool: Pool, officerId: string, key: string, response: Response): Promise<unknown> =>
  pool.query("update idempotency_key set status = $3, body = $4 where officer_id = $1 and key = $2", [
    officerId,
    key,
    response.status,
    await response.text(),
  ]);
