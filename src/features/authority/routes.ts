/** Look-ups for forms: municipalities by name or postcode, as the combobox asks for them. */
import { Hono } from "hono";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv } from "../../platform/http/env.ts";
import { searchMunicipalities } from "./queries.ts";

export const authorityRoutes = () =>
  new Hono<AppEnv>().get("/gemeinden", allow("signedIn"), async (c) => {
    const found = await searchMunicipalities(c.var.context, c.req.query("q") ?? "");
    return c.json(
      found.map(({ ags, name, districtName, land }) => ({ value: ags, label: name, hint: `${districtName}, ${land}` })),
    );
  });
