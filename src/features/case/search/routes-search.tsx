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

export const searchRoutes = () =>
  new Hono<AppEnv>().get("/suche", readers, async (c) => {
    const { context } = c.var;
    const query = (c.req.query("q") ?? "").normalize("NFC").trim().slice(0, longest);
    const hits = query ? await findHits(context, query) : undefined;
    if (hits) context.noteAccess({ what: "Suche", purpose: "Bearbeitung", hits: hits.length });
    return c.html(<SearchPage query={query} hits={hits} frame={await c.var.frame("/suche")} />);
  });
