/** Help, settings and the pages that law or licences ask for. All but the settings are open to everyone. */
import { Hono } from "hono";
import { z } from "zod";
import type { FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { choice } from "../../platform/http/fields.ts";
import { readForm } from "../../platform/http/form.ts";
import type { Pool } from "../../platform/database/pool.ts";
import { programVersion } from "../../platform/root.ts";
import { saveSettings } from "../../platform/sign-in/settings.ts";
import { AboutPage, AccessibilityPage, DataProtectionPage, ReportBarrierPage } from "./pages/about-pages.tsx";
import { HelpPage } from "./pages/help-page.tsx";
import { SettingsPage } from "./pages/settings-page.tsx";

const settingsForm = z.object({
  density: choice(["comfortable", "compact"], "Wählen Sie die Dichte."),
  theme: choice(["system", "light", "dark"], "Wählen Sie die Farben."),
  singleKeys: choice(["off", "lists", "everywhere"], "Wählen Sie, wo Einzeltasten gelten."),
});

const frameOf = (c: Http) => c.var.frame("");

export const aboutRoutes = ({ pool }: { pool: Pool }) =>
  new Hono<AppEnv>()
    .get("/hilfe", allow("everyone"), async (c) => c.html(<HelpPage frame={await frameOf(c)} />))
    .get("/ueber", allow("everyone"), async (c) =>
      c.html(<AboutPage version={programVersion()} frame={await frameOf(c)} />),
    )
    .get("/barrierefreiheit", allow("everyone"), async (c) => c.html(<AccessibilityPage frame={await frameOf(c)} />))
    .get("/barriere-melden", allow("everyone"), async (c) => c.html(<ReportBarrierPage frame={await frameOf(c)} />))
    .get("/datenschutz", allow("everyone"), async (c) => c.html(<DataProtectionPage frame={await frameOf(c)} />))
    .get("/einstellungen", allow("signedIn"), (c) => showSettings(c, stored(c), c.req.query("gespeichert") === "ja"))
    .post("/einstellungen", allow("signedIn"), async (c) => {
      const form = await readForm(c, settingsForm);
      if (!form.ok) return showSettings(c, form.form, false);
      const { density, theme, singleKeys } = form.value;
      await saveSettings(pool, c.var.context.actor.officerId, {
        density,
        singleKeys,
        ...(theme === "system" ? {} : { theme }),
      });
      return c.redirect("/einstellungen?gespeichert=ja", 303);
    });

function stored(c: Http): FormState {
  const settings = c.var.signedIn?.settings;
  return {
    values: {
      density: settings?.density ?? "comfortable",
      theme: settings?.theme ?? "system",
      singleKeys: settings?.singleKeys ?? "lists",
    },
    errors: {},
  };
}

async function showSettings(c: Http, form: FormState, saved: boolean) {
  const page = <SettingsPage form={form} saved={saved} frame={await frameOf(c)} />;
  return c.html(page, Object.keys(form.errors).length > 0 ? 422 : 200);
}
