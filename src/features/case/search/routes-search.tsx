/** Search by name, file number or place in any spelling. Looks only at cases the reader may see; says nothing of others. */
import { Hono } from "hono";
import { allow } from "../../../platform/http/access.ts";
import type { AppEnv } from "../../../platform/http/env.ts";
import { findHits } from "./hits.ts";
import { SearchPage } from "./search-page.tsx";

const longest = 200;

const readers = allow(
  "caseworker",
  "supervisor",
  "flightDesk",
  "returnCoordination",
  "transport",
  "districtPolice",
  "airportPolice",
  "escort",
  "healthProfessional",
  "liaison",
  "monitor",
);

/** The words are posted: a name must not stand in an address line, a history or a server log. */
export const searchRoutes = () =>
  new Hono<AppEnv>()
    .get("/suche", readers, async (c) =>
      c.html(<SearchPage query="" hits={undefined} frame={await c.var.frame("/suche")} />),
    )
    .post("/suche", readers, async (c) => {
      const { context } = c.var;
      const asked = (await c.req.parseBody())["q"];
      const query = (typeof asked === "string" ? asked : "").normalize("NFC").trim().slice(0, longest);
      const hits = query ? await findHits(context, query) : undefined;
      if (hits) context.noteAccess({ what: "Suche", purpose: "Bearbeitung", hits: hits.length });
      return c.html(<SearchPage query={query} hits={hits} frame={await c.var.frame("/suche")} />);
    });
