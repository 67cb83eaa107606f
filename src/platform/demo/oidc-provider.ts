/**
 * The embedded OpenID Connect provider of the demo and the tests: a real provider without passwords.
 * It is never started together with a database that was given from outside (see config.ts).
 */
import { generateKeyPairSync } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Provider } from "oidc-provider";
import { demoAccounts, demoIssuerPath } from "./accounts.ts";
import { createProviderMemory } from "./provider-memory.ts";

export type DemoProvider = { handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> };

const claimsOf = (sub: string) => {
  const account = demoAccounts.find((candidate) => candidate.sub === sub);
  return account && { sub, name: account.name, amtsweg_authority: account.authority, amtsweg_roles: account.roles };
};

/** `baseUrl` is the address of Amtsweg itself; the provider lives below it. */
export function createDemoProvider(baseUrl: string): DemoProvider {
  const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  const provider = new Provider(`${baseUrl}${demoIssuerPath}`, {
    adapter: createProviderMemory(),
    clients: [
      {
        client_id: "amtsweg-demo",
        token_endpoint_auth_method: "none",
        redirect_uris: [`${baseUrl}/anmelden/zurueck`],
        post_logout_redirect_uris: [`${baseUrl}/`],
        id_token_signed_response_alg: "ES256",
      },
    ],
    jwks: { keys: [{ ...key, alg: "ES256", use: "sig" }] },
    cookies: { keys: [crypto.randomUUID()] },
    claims: { openid: ["sub"], profile: ["name"], amtsweg: ["amtsweg_authority", "amtsweg_roles"] },
    scopes: ["openid", "profile", "amtsweg"],
    ttl: { Interaction: 600, Grant: 3600, Session: 3600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_ctx, interaction) => `${demoIssuerPath}/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => {
      const claims = claimsOf(sub);
      return claims && { accountId: sub, claims: () => claims };
    },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? "",
        accountId: ctx.oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid profile amtsweg");
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();

  /** Signs in the account that the start page named; there is nothing to type. */
  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const details = await provider.interactionDetails(request, response);
    const accountId = String(details.params["login_hint"] ?? "");
    const result = claimsOf(accountId)
      ? { login: { accountId, remember: false } }
      : { error: "access_denied", error_description: "Konto fehlt" };
    await provider.interactionFinished(request, response, result);
  };

  /** Without a question in between, as providers do that were told the ID token; only back to our own start page. */
  const signOut = (request: IncomingMessage, response: ServerResponse): void => {
    const wanted = new URL(request.url ?? "", baseUrl).searchParams.get("post_logout_redirect_uri");
    const location = wanted === `${baseUrl}/` ? wanted : baseUrl;
    const gone = ["_session", "_session.sig"].map((name) => `${name}=; path=/; max-age=0; httponly; samesite=lax`);
    response.writeHead(303, { location, "set-cookie": gone }).end();
  };

  return {
    handle: async (request, response) => {
      if (request.url?.startsWith(`${demoIssuerPath}/session/end`)) return signOut(request, response);
      if (request.url?.startsWith(`${demoIssuerPath}/interaction/`)) return interact(request, response);
      Object.assign(request, { originalUrl: request.url });
      request.url = request.url?.slice(demoIssuerPath.length) || "/";
      await callback(request, response);
    },
  };
}
