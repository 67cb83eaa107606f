/**
 * Calls every operation that /api/v1/openapi.json documents: none may be missing, none may answer something that it does
 * not document, none may be open to a visitor that does not say so.
 */
import { afterAll, describe, expect, test } from "vitest";
import { startTestApp } from "./harness/app.ts";

const app = await startTestApp();
afterAll(app.close);

type Operation = { method: string; path: string; responses: string[]; hasBody: boolean };

const document = await (await app.visitor.get("/api/v1/openapi.json")).json();
const operations: Operation[] = Object.entries<Record<string, Record<string, unknown>>>(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      responses: Object.keys(operation["responses"] ?? {}),
      hasBody: operation["requestBody"] !== undefined,
    })),
);

const nobody = "01890000-0000-7000-8000-000000000000";
const addressOf = (path: string): string => `/api/v1${path.replaceAll(/\{[^}]+\}/g, nobody)}`;

test("the description is OpenAPI 3.1 and names operations", () => {
  expect(document.openapi).toBe("3.1.0");
  expect(operations.length).toBeGreaterThan(3);
});

describe.each(operations)("$method $path", ({ method, path, responses, hasBody }) => {
  const call = async (client: Awaited<ReturnType<typeof app.as>>) =>
    method === "GET"
      ? client.get(addressOf(path))
      : client.json(addressOf(path), hasBody ? {} : undefined, { method, headers: { "if-match": '"1"' } });

  test("answers something that it documents", async () => {
    const answer = await call(await app.as("witten-beispiel"));
    const type = answer.headers.get("content-type") ?? "";
    expect(responses).toContain(String(answer.status));
    if (answer.status >= 400) expect(type).toContain("application/problem+json");
  });

  test("refuses a visitor, or is documented as open", async () => {
    const { status } = await call(app.visitor);
    const isOpen = !responses.includes("401");
    expect(isOpen || status === 401 || status === 403).toBe(true);
  });
});
