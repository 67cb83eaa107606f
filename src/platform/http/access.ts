/**
 * Who may call a route. Default deny: a route without a rule answers 500 in operation and fails the route test,
 * because `requireAccessRule` looks at every answer and `accessRuleOf` at every registered route.
 */
import { createMiddleware } from "hono/factory";
import type { MiddlewareHandler } from "hono";
import type { Role } from "../access/matrix.ts";
import type { AppEnv } from "./env.ts";
import { HttpProblem } from "./problem.ts";

export type AccessRule = "everyone" | "signedIn" | readonly Role[];

const rules = new WeakMap<object, AccessRule>();

/** `allow("everyone")`, `allow("signedIn")` or `allow("caseworker", "supervisor")`. */
export function allow(...who: ["everyone"] | ["signedIn"] | [Role, ...Role[]]): MiddlewareHandler<AppEnv> {
  const [first] = who;
  const rule: AccessRule = first === "everyone" || first === "signedIn" ? first : (who as Role[]);
  const middleware = createMiddleware<AppEnv>(async (c, next) => {
    if (rule !== "everyone") {
      const signedIn = c.var.signedIn;
      if (!signedIn) throw new HttpProblem(401, "nicht angemeldet", "Bitte melden Sie sich an.");
      if (rule !== "signedIn" && !rule.includes(signedIn.actor.role))
        throw new HttpProblem(403, "kein Zugriff", "Ihre Rolle darf diese Seite nicht benutzen.");
    }
    c.set("accessChecked", true);
    await next();
  });
  rules.set(middleware, rule);
  return middleware;
}

/** The rule behind a registered handler, for the test that lists routes without one. */
export const accessRuleOf = (handler: object): AccessRule | undefined => rules.get(handler);

/** Refuses every answer below 400 that no rule has allowed. */
export const requireAccessRule = createMiddleware<AppEnv>(async (c, next) => {
  c.set("accessChecked", false);
  await next();
  if (!c.var.accessChecked && c.res.status < 400)
    throw new Error(`route without access rule: ${c.req.method} ${c.req.routePath}`);
});
