/** Signing out at the provider too (OpenID Connect RP-Initiated Logout), where it offers that. */
import { setTimeout as pause } from "node:timers/promises";
import * as client from "openid-client";

const endWithinMs = 3000;

type Ends = { configuration: Promise<client.Configuration>; origin: string; backTo: URL; idToken: string };

/**
 * Where the browser goes. Undefined where the provider does not offer it, does not answer soon, or has that page at another
 * origin than its own: no form of ours may lead there (security.ts).
 */
export async function endSessionUrl({ configuration, origin, backTo, idToken }: Ends): Promise<URL | undefined> {
  const patience = new AbortController();
  const late = pause(endWithinMs, undefined, { signal: patience.signal }).catch(() => undefined);
  const config = await Promise.race([configuration.catch(() => undefined), late]);
  patience.abort();
  const endpoint = config?.serverMetadata().end_session_endpoint;
  if (!config || !endpoint || new URL(endpoint).origin !== origin) return undefined;
  return client.buildEndSessionUrl(config, { id_token_hint: idToken, post_logout_redirect_uri: backTo.href });
}
