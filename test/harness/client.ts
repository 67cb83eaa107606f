/** A caller of the application without a network: keeps the cookie, sends what a browser would send. */
import type { Hono } from "hono";
import type { AppEnv } from "../../src/platform/http/env.ts";

type FormValue = string | readonly string[] | File;

export type TestClient = {
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** Posts a form as a page of ours would. */
  post: (path: string, form?: Record<string, FormValue>) => Promise<Response>;
  /** Calls the API; `method` is POST unless told. */
  json: (
    path: string,
    body: unknown,
    options?: { method?: string; headers?: Record<string, string> },
  ) => Promise<Response>;
  /** Posts bytes as they are. */
  send: (path: string, body: ArrayBuffer, headers: Record<string, string>) => Promise<Response>;
  /** Posts the words of a search, gives the HTML. */
  search: (words: string) => Promise<string>;
  /** GET, must be 200, gives the HTML. */
  page: (path: string) => Promise<string>;
};

export function testClient(app: Hono<AppEnv>, token: string | undefined): TestClient {
  const cookie: Record<string, string> = token ? { cookie: `amtsweg=${token}` } : {};
  const call = async (path: string, init: RequestInit): Promise<Response> =>
    app.request(`http://localhost${path}`, {
      ...init,
      headers: { ...cookie, ...(init.headers as Record<string, string>) },
    });
  const get: TestClient["get"] = (path, headers = {}) => call(path, { headers });

  const post: TestClient["post"] = (path, form = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(form))
      for (const item of Array.isArray(value) ? value : [value]) body.append(name, item as string | File);
    return call(path, { method: "POST", body, headers: { "sec-fetch-site": "same-origin" } });
  };

  return {
    get,
    post,
    search: async (words) => (await post("/suche", { q: words })).text(),
    json: (path, body, { method = "POST", headers = {} } = {}) =>
      call(path, {
        method,
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
      }),
    send: (path, body, headers) =>
      call(path, { method: "POST", body, headers: { "sec-fetch-site": "same-origin", ...headers } }),
    page: async (path) => {
      const response = await get(path);
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path}: ${response.status}\n${text.slice(0, 2000)}`);
      return text;
    },
  };
}
