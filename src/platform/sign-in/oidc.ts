/** OpenID Connect: authorization code with PKCE, state and nonce. The same code for the demo provider and a real one. */
import * as client from "openid-client";
import type { Pool } from "../database/pool.ts";
import { endSessionUrl } from "./end-session.ts";
import { type Claims, claimsSchema } from "./officer.ts";

export type OidcSettings = { issuer: string; clientId: string; clientSecret: string | undefined; redirectUri: string };
export type Oidc = ReturnType<typeof createOidc>;
export type Returned = { claims: Claims; idToken: string | undefined; returnTo: string };

/** A sign-in that did not work, in words for the reader. */
export class SignInError extends Error {}

const isLoopback = (url: string): boolean => ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);

/** Only a path on our own site, never a foreign address. */
export const safeReturn = (path: string | undefined): string => (path && /^\/(?![/\\])/.test(path) ? path : "/");

/** Discovered at the first sign-in, so that Amtsweg starts while the provider is down; a failure is tried again. */
function discovering(settings: OidcSettings): () => Promise<client.Configuration> {
  let discovered: Promise<client.Configuration> | undefined;
  return () => {
    discovered ??= client.discovery(
      new URL(settings.issuer),
      settings.clientId,
      settings.clientSecret,
      settings.clientSecret ? undefined : client.None(),
      isLoopback(settings.issuer) ? { execute: [client.allowInsecureRequests] } : undefined,
    );
    discovered.catch(() => (discovered = undefined));
    return discovered;
  };
}

export function createOidc(pool: Pool, settings: OidcSettings) {
  const { origin } = new URL(settings.issuer);
  const configuration = discovering(settings);

  /** The address to send the browser to. `hint` preselects an account of the demo provider. */
  const begin = async (returnTo: string, hint?: string): Promise<URL> => {
    const config = await configuration();
    const verifier = client.randomPKCECodeVerifier();
    const state = client.randomState();
    const nonce = client.randomNonce();
    await pool.query("delete from sign_in_attempt where created_at < now() - interval '1 hour'");
    await pool.query("insert into sign_in_attempt (state, nonce, verifier, return_to) values ($1, $2, $3, $4)", [
      state,
      nonce,
      verifier,
      safeReturn(returnTo),
    ]);
    return client.buildAuthorizationUrl(config, {
      redirect_uri: settings.redirectUri,
      scope: "openid profile amtsweg",
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state,
      nonce,
      ...(hint ? { login_hint: hint } : {}),
    });
  };

  /** Takes the browser back; each attempt counts once. */
  const finish = async (callback: URL): Promise<Returned> => {
    const state = callback.searchParams.get("state") ?? "";
    const { rows } = await pool.query("delete from sign_in_attempt where state = $1 returning *", [state]);
    const attempt = rows[0];
    if (!attempt) throw new SignInError("Die Anmeldung ist abgelaufen oder wurde schon benutzt. Bitte neu beginnen.");
    const config = await configuration();
    const current = new URL(settings.redirectUri);
    current.search = callback.search;
    const tokens = await client.authorizationCodeGrant(config, current, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: state,
      expectedNonce: attempt.nonce,
    });
    const claims = tokens.claims();
    const info = await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? client.skipSubjectCheck);
    const parsed = claimsSchema.safeParse({ ...claims, ...info });
    if (!parsed.success)
      throw new SignInError(
        "Der Anmeldedienst hat Behörde oder Rollen nicht mitgeteilt. Bitte an die Verwaltung wenden.",
      );
    return { claims: parsed.data, idToken: tokens.id_token, returnTo: attempt.return_to };
  };

  const backTo = new URL("/", settings.redirectUri);
  const end = (idToken: string): Promise<URL | undefined> =>
    endSessionUrl({ configuration: configuration(), origin, backTo, idToken });

  return { begin, finish, end, origin };
}
