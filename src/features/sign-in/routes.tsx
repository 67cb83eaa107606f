/** Signing in and out, and changing the role. The session token changes each time. */
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { isRole } from "../../platform/access/matrix.ts";
import type { Pool } from "../../platform/database/pool.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { HttpProblem } from "../../platform/http/problem.ts";
import { demoIssuer } from "../../platform/demo/accounts.ts";
import { type Oidc, safeReturn, SignInError } from "../../platform/sign-in/oidc.ts";
import { saveOfficer } from "../../platform/sign-in/officer.ts";
import { cookieName, type Sessions } from "../../platform/sign-in/session.ts";
import { SignInRefusedPage } from "./pages.tsx";

export type SignInDeps = { demo: boolean; pool: Pool; sessions: Sessions; oidc: Oidc; baseUrl: () => string };

const refusals = {
  unknownAuthority: "Ihre Behörde ist in Amtsweg nicht eingerichtet. Bitte an die Verwaltung wenden.",
  noRole: "Ihnen ist in Amtsweg keine Rolle zugewiesen. Bitte an die Verwaltung wenden.",
};

export function signInRoutes({ demo, pool, sessions, oidc, baseUrl }: SignInDeps) {
  const secure = (): boolean => baseUrl().startsWith("https:");
  const remember = (c: Http, token: string): void =>
    setCookie(c, cookieName(secure()), token, { httpOnly: true, secure: secure(), sameSite: "Lax", path: "/" });

  return new Hono<AppEnv>()
    .get("/anmelden", allow("everyone"), async (c) => {
      const address = await oidc.begin(safeReturn(c.req.query("weiter")), c.req.query("konto"));
      return c.redirect(address.href, 303);
    })
    .get("/anmelden/zurueck", allow("everyone"), async (c) => {
      try {
        const { claims, idToken, returnTo } = await oidc.finish(new URL(c.req.url));
        // The demo provider has the address of this process; its officers stay the same when the port changes.
        const officer = await saveOfficer(pool, demo ? { ...claims, iss: demoIssuer } : claims);
        if (typeof officer === "string") return c.html(<SignInRefusedPage reason={refusals[officer]} />, 403);
        const before = getCookie(c, cookieName(secure()));
        if (before) await sessions.close(before);
        remember(c, await sessions.open(officer.officerId, officer.authorityId, officer.roles[0], idToken));
        return c.redirect(returnTo, 303);
      } catch (error) {
        if (!(error instanceof SignInError))
          console.error(`Anmeldung gescheitert: ${error instanceof Error ? error.name : "?"}`);
        const reason = error instanceof SignInError ? error.message : "Der Anmeldedienst hat die Anmeldung abgelehnt.";
        return c.html(<SignInRefusedPage reason={reason} />, 403);
      }
    })
    .post("/rolle", allow("signedIn"), async (c) => {
      const role = String((await c.req.parseBody())["rolle"] ?? "");
      const signedIn = c.var.signedIn;
      if (!signedIn || !isRole(role) || !signedIn.roles.includes(role))
        throw new HttpProblem(403, "Rolle nicht zugewiesen", "Diese Rolle ist Ihnen nicht zugewiesen.");
      const token = await sessions.open(signedIn.actor.officerId, signedIn.actor.authorityId, role, signedIn.idToken);
      await sessions.close(getCookie(c, cookieName(secure())) ?? "");
      remember(c, token);
      return c.redirect("/", 303);
    })
    .post("/abmelden", allow("everyone"), async (c) => {
      const token = getCookie(c, cookieName(secure()));
      if (token) await sessions.close(token);
      deleteCookie(c, cookieName(secure()), { path: "/", secure: secure() });
      const idToken = c.var.signedIn?.idToken;
      const elsewhere = idToken ? await oidc.end(idToken) : undefined;
      return c.redirect(elsewhere?.href ?? "/", 303);
    });
}
