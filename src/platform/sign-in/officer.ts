/** The officer behind a sign-in: made or renewed from the claims of the provider, never from user input. */
import { z } from "zod";
import { newId } from "../../kernel/id.ts";
import { isRole, type Role } from "../access/matrix.ts";
import type { Pool } from "../database/pool.ts";

/** Claims that the provider must send; `amtsweg_authority` is the id in the directory, `amtsweg_roles` the roles. */
export const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  name: z.string().min(1).max(200),
  amtsweg_authority: z.string().max(40),
  amtsweg_roles: z.array(z.string()).max(20),
});

export type Claims = z.infer<typeof claimsSchema>;
export type KnownOfficer = { officerId: string; authorityId: string; roles: [Role, ...Role[]] };
export type OfficerRefusal = "unknownAuthority" | "noRole";

/** Saves the officer; refuses an authority or roles that Amtsweg does not know. */
export async function saveOfficer(pool: Pool, claims: Claims): Promise<KnownOfficer | OfficerRefusal> {
  const [first, ...others] = claims.amtsweg_roles.filter(isRole);
  if (!first) return "noRole";
  const authority = await pool.query("select 1 from authority where id = $1 and active", [claims.amtsweg_authority]);
  if (!authority.rowCount) return "unknownAuthority";
  const { rows } = await pool.query(
    `insert into officer (id, issuer, subject, display_name, authority_id, roles) values ($1, $2, $3, $4, $5, $6)
     on conflict (issuer, subject) do update set display_name = excluded.display_name,
       authority_id = excluded.authority_id, roles = excluded.roles, last_seen_at = now() returning id`,
    [newId(), claims.iss, claims.sub, claims.name, claims.amtsweg_authority, [first, ...others]],
  );
  return { officerId: rows[0].id, authorityId: claims.amtsweg_authority, roles: [first, ...others] };
}
