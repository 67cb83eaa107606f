/** Application processes over one database, and callers that talk to them over real HTTP with a real session. */
import { join } from "node:path";
import { newId } from "../../src/kernel/id.ts";
import { openPool } from "../../src/platform/database/pool.ts";
import { demoAccounts, demoIssuer } from "../../src/platform/demo/accounts.ts";
import { createSessions } from "../../src/platform/sign-in/session.ts";
import { saveOfficer } from "../../src/platform/sign-in/officer.ts";
import { type Child, start } from "./child-program.ts";

export const secret = "test-secret-test-secret-test-secret-0";

export type Served = { url: string; child: Child };

/** Starts one application process; resolves when it answers. */
export async function serve(programs: string, databaseUrl: string, env: Record<string, string> = {}): Promise<Served> {
  const program = join(programs, "test", "durability", "serve-child.js");
  const child = start(program, [], { DATABASE_URL: databaseUrl, SESSION_SECRET: secret, ...env });
  const line = await child.line(/^listening /);
  return { url: line.slice("listening ".length), child };
}

/** A session of a demo account; it lives in the database, so it outlives the process. */
export async function sessionToken(databaseUrl: string, account = "witten-beispiel"): Promise<string> {
  const pool = openPool(databaseUrl, 1);
  try {
    const found = demoAccounts.find(({ sub }) => sub === account);
    if (!found) throw new Error(`no demo account ${account}`);
    const known = await saveOfficer(pool, {
      iss: demoIssuer,
      sub: found.sub,
      name: found.name,
      amtsweg_authority: found.authority,
      amtsweg_roles: found.roles,
    });
    if (typeof known === "string") throw new Error(known);
    return await createSessions(pool, secret).open(known.officerId, known.authorityId, known.roles[0]);
  } finally {
    await pool.end();
  }
}

export type Api = (
  method: string,
  path: string,
  options?: { body?: unknown; ifMatch?: string; key?: string },
) => Promise<Response>;

/** Calls the API as a program with a bearer session. */
export const apiOf =
  (address: () => string, token: string): Api =>
  (method, path, { body, ifMatch, key } = {}) =>
    fetch(`${address()}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "access-purpose": "Test",
        ...(ifMatch ? { "if-match": ifMatch } : {}),
        ...(key ? { "idempotency-key": key } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });

/** Posts a form as a page of ours would. */
export const postForm = (url: string, token: string, fields: Record<string, string | File>): Promise<Response> => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return fetch(url, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { cookie: `amtsweg=${token}`, "sec-fetch-site": "same-origin" },
    signal: AbortSignal.timeout(60_000),
  });
};

/** Opens a case through the API; gives its id. */
export async function openedCase(api: Api): Promise<string> {
  const body = {
    fileNumber: `K-${newId().slice(-12)}`,
    familyName: "Muster",
    givenNames: "Țvetana",
    birthDate: "1991-03-04",
    nationality: "998",
  };
  const response = await api("POST", "/cases", { body, key: newId() });
  const answer = (await response.json()) as { id?: string };
  if (response.status !== 201 || !answer.id) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
  return answer.id;
}
