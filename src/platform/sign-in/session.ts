/**
 * Sessions in a table. The browser holds a random token; the table holds only its HMAC, so a stolen table opens nothing.
 * The token changes at every sign-in and role change.
 */
import { createHmac, randomBytes } from "node:crypto";
import type { Role } from "../access/matrix.ts";
import { isRole } from "../access/matrix.ts";
import type { Actor } from "../actor.ts";
import type { Settings } from "../../kernel/frame.ts";
import type { Pool } from "../database/pool.ts";
import { statementOf } from "../database/prepared.ts";
import { settingsOf } from "./settings.ts";

export type SignedIn = {
  actor: Actor;
  expiresAt: Date;
  /** Roles that the officer may change to. */
  roles: Role[];
  idToken: string | undefined;
  settings: Settings;
};

export type Sessions = ReturnType<typeof createSessions>;

const lifetimeHours = 10;
const idleMinutes = 60;

export function createSessions(pool: Pool, secret: string) {
  const hash = (token: string): Buffer => createHmac("sha256", secret).update(token).digest();

  /** Opens a session and gives the token for the cookie. */
  const open = async (officerId: string, authorityId: string, role: Role, idToken?: string): Promise<string> => {
    const token = randomBytes(32).toString("base64url");
    await pool.query(
      `insert into session (token_hash, officer_id, authority_id, role, id_token, expires_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(hours => $6))`,
      [hash(token), officerId, authorityId, role, idToken ?? null, lifetimeHours],
    );
    return token;
  };

  const find = async (token: string): Promise<SignedIn | undefined> => {
    const { rows } = await pool.query(statementOf(findSql, [hash(token), idleMinutes]));
    const row = rows[0];
    if (!row || !isRole(row.role)) return undefined;
    if (row.stale) await pool.query("update session set last_seen_at = now() where token_hash = $1", [hash(token)]);
    return {
      actor: {
        officerId: row.officer_id,
        name: row.display_name,
        authorityId: row.authority_id,
        authorityName: row.authority_name,
        role: row.role,
      },
      expiresAt: row.expires_at,
      roles: row.roles.filter(isRole),
      idToken: row.id_token ?? undefined,
      settings: settingsOf(row),
    };
  };

  const close = async (token: string): Promise<void> => {
    await pool.query("delete from session where token_hash = $1 or expires_at < now()", [hash(token)]);
  };

  return { open, find, close };
}

// The row is touched once a minute, not at every request.
const findSql = `select s.officer_id, s.authority_id, s.role, s.id_token,
    least(s.expires_at, s.last_seen_at + make_interval(mins => $2)) as expires_at,
    s.last_seen_at < now() - interval '1 minute' as stale, o.display_name, o.roles,
    o.density, o.single_keys, o.theme, a.name as authority_name
  from session s join officer o on o.id = s.officer_id join authority a on a.id = s.authority_id
  where s.token_hash = $1 and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => $2)`;

/** `__Host-` needs https; the demo on http://localhost goes without. */
export const cookieName = (secure: boolean): string => (secure ? "__Host-amtsweg" : "amtsweg");
