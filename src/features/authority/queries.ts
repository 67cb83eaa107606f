/** Reads of the public directory: municipalities, states and the authorities competent for a municipality. */
import { sql } from "kysely";
import type { Db } from "../../platform/change.ts";

type Reader = { db: Db };

/** Gemeinde, § 1 GO NRW: the smallest unit that competence depends on. `ags` has 8 digits. */
export type Municipality = { ags: string; name: string; districtName: string; land: string };

/** Municipalities whose name begins with the text, at most 20; a postcode lists the places it may belong to. */
export async function searchMunicipalities({ db }: Reader, text: string): Promise<Municipality[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted.length < 2) return [];
  const columns = ["m.ags", "m.name", "m.district_name as districtName", "m.land"] as const;
  const base = db.selectFrom("municipality as m").select(columns).limit(20);
  const found = /^\d{5}$/.test(wanted)
    ? base.where("m.ags", "in", (eb) =>
        eb
          .selectFrom("postcode_place")
          .select(sql<string>`ags`.as("ags"))
          .where("postcode", "=", wanted)
          .where("ags", "is not", null),
      )
    : base.where(sql`lower(m.name)`, "like", `${wanted.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  return found
    .orderBy(sql`m.land <> 'NW'`)
    .orderBy("m.name")
    .execute();
}

export const findMunicipality = ({ db }: Reader, ags: string): Promise<Municipality | undefined> =>
  db
    .selectFrom("municipality")
    .select(["ags", "name", "district_name as districtName", "land"])
    .where("ags", "=", ags)
    .executeTakeFirst();

/** Why an authority is competent (Zuständigkeit), to be shown to the reader. */
export type Competence = { authorityId: string; name: string; reason: string; norm: string };
export type Competences = { immigration?: Competence; central?: Competence; police?: Competence };

/** The authorities competent for a municipality; outside the loaded Länder nothing is known, and nothing is guessed. */
export async function competentAuthorities({ db }: Reader, ags: string): Promise<Competences> {
  const rows = await db
    .selectFrom("competence as c")
    .innerJoin("authority as a", "a.id", "c.authority_id")
    .select(["c.duty", "a.id as authorityId", "a.name", "c.reason", "c.norm"])
    .where("c.ags", "=", ags)
    .execute();
  return Object.fromEntries(rows.map(({ duty, ...competence }) => [duty, competence]));
}

/** Behörde. Telephone numbers are empty until the authority enters them. */
export type Authority = {
  id: string;
  kind: string;
  name: string;
  ags: string | null;
  land: string;
  phoneDay: string | null;
  phoneNight: string | null;
};

export const findAuthority = ({ db }: Reader, id: string): Promise<Authority | undefined> =>
  db
    .selectFrom("authority")
    .select(["id", "kind", "name", "ags", "land", "phone_day as phoneDay", "phone_night as phoneNight"])
    .where("id", "=", id)
    .where("active", "=", true)
    .executeTakeFirst();

/** The district government (Bezirksregierung) whose liaison officers mediate for an authority's district. */
export async function mediatorFor({ db }: Reader, authorityId: string): Promise<Authority | undefined> {
  const seat = await db.selectFrom("authority").select("ags").where("id", "=", authorityId).executeTakeFirst();
  if (!seat?.ags) return undefined;
  return findAuthority({ db }, `BR-${seat.ags.slice(0, 3)}`);
}

export type State = { alpha2: string; name: string; eu: boolean; dublin: boolean };

export const listStates = ({ db }: Reader): Promise<State[]> =>
  db.selectFrom("state").select(["alpha2", "name", "eu", "dublin"]).orderBy("name").execute();

export const findState = ({ db }: Reader, alpha2: string): Promise<State | undefined> =>
  db.selectFrom("state").select(["alpha2", "name", "eu", "dublin"]).where("alpha2", "=", alpha2).executeTakeFirst();

export type Officer = { id: string; name: string; roles: string[] };

/** Officers of the own authority. */
export const listOfficers = ({ db }: Reader, authorityId: string): Promise<Officer[]> =>
  db
    .selectFrom("officer")
    .select(["id", "display_name as name", "roles"])
    .where("authority_id", "=", authorityId)
    .orderBy("display_name")
    .execute();
