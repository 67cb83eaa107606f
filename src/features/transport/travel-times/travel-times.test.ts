import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { estimate, estimateAll, greatCircle, rushHourDefaults } from "./great-circle.ts";
import { travelMatrix } from "./matrix.ts";
import { osrm } from "./osrm.ts";
import { loadValhalla, valhalla, valhallaInProcess } from "./valhalla.ts";

const essen = { lat: 51.45, lon: 7.01 };
const coesfeld = { lat: 51.94, lon: 7.17 };
const airport = { lat: 51.28, lon: 6.77 };
const points = [essen, coesfeld, airport];

type Handler = (request: IncomingMessage, body: string, response: ServerResponse) => void;
const servers: (() => void)[] = [];
afterEach(() => servers.splice(0).forEach((close) => close()));

async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => handler(request, body, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Speaks OSRM's table contract: seconds and metres row by row, indices into the coordinate list. */
const osrmServer =
  (seen: string[], most = 100): Handler =>
  (request, _, response) => {
    const url = new URL(request.url!, "http://local");
    seen.push(url.pathname + url.search);
    const coordinates = url.pathname.split("/").at(-1)!.split(";");
    const list = (name: string): number[] => url.searchParams.get(name)!.split(";").map(Number);
    if (coordinates.length > most) return void response.writeHead(400).end(JSON.stringify({ code: "TooBig" }));
    const cell = (from: number, to: number): number =>
      from === to
        ? 0
        : Math.abs(Number(coordinates[from]!.split(",")[1]) - Number(coordinates[to]!.split(",")[1])) * 10_000;
    const table = (factor: number): number[][] =>
      list("sources").map((i) => list("destinations").map((j) => cell(i, j) * factor));
    response.end(JSON.stringify({ code: "Ok", durations: table(1), distances: table(20) }));
  };

test.each([
  ["a short way", { lat: 51.45, lon: 7.05 }, 1.45, 32],
  ["a middle way", { lat: 51.6, lon: 7.01 }, 1.35, 52],
  ["a long way", { lat: 52.9, lon: 7.01 }, 1.26, 82],
])("the great circle takes detour and speed of its class for %s", (_, to, detour, kmh) => {
  const straight = Math.hypot(
    (to.lat - essen.lat) * 111_195,
    (to.lon - essen.lon) * 111_195 * Math.cos((essen.lat * Math.PI) / 180),
  );
  const { metres, seconds } = estimate(essen, to);
  expect(metres / (straight * detour)).toBeCloseTo(1, 2);
  expect(seconds).toBe(Math.round(180 + metres / (kmh / 3.6)));
});

test("rush hour slows configured regions only, and none by default", () => {
  const eight = new Date("2026-11-23T07:00:00Z");
  const region = { south: 51, west: 6, north: 53, east: 8 };
  const calm = estimateAll(points, rushHourDefaults, eight).seconds[1]!;
  expect(estimateAll(points, { ...rushHourDefaults, regions: [region] }, eight).seconds[1]).toBe(
    Math.round(calm * 1.25),
  );
  expect(
    estimateAll(points, { ...rushHourDefaults, regions: [region] }, new Date("2026-11-23T11:00:00Z")).seconds[1],
  ).toBe(calm);
});

test("the matrix of an instance keeps the triangle inequality and says that it is estimated", async () => {
  const many = Array.from({ length: 25 }, (_, k) => ({
    lat: 51 + ((k * 7) % 25) / 40,
    lon: 6.8 + ((k * 11) % 25) / 40,
  }));
  const { time, size, estimated, source } = await travelMatrix(greatCircle(), many, { profile: "car" });
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++)
        expect(time[i * size + j]! <= time[i * size + k]! + time[k * size + j]!).toBe(true);
  expect([estimated, source]).toEqual([true, "great-circle 1 (geschätzt)"]);
});

test("OSRM is asked in tiles of the server's limit, and only for new points", async () => {
  const seen: string[] = [];
  const engine = osrm({ url: await serve(osrmServer(seen, 4)), version: "v1", mostPoints: 4 });
  const first = await engine.matrix(points, { profile: "car" });
  expect(first.estimated).toBe(false);
  expect(first.seconds[1]).toBe(4900);
  expect(first.metres[1]).toBe(98_000);
  const asked = seen.length;
  expect(asked).toBe(4);
  await engine.matrix(points.slice(0, 2), { profile: "car" });
  expect(seen.length).toBe(asked);
  expect(seen[0]).toMatch(
    /^\/table\/v1\/driving\/7\.01000,51\.45000;7\.17000,51\.94000\?annotations=duration,distance&sources=0;1&destinations=0;1$/,
  );
});

test("Valhalla is asked by sources and targets, kilometres become metres", async () => {
  const bodies: string[] = [];
  const url = await serve((request, body, response) => {
    bodies.push(`${request.method} ${request.url} ${body}`);
    const { sources, targets } = JSON.parse(body) as { sources: unknown[]; targets: unknown[] };
    const rows = (value: number): (number | null)[][] =>
      sources.map((_, i) => targets.map((__, j) => (i === 0 && j === 2 ? null : i === j ? 0 : value)));
    response.end(
      JSON.stringify({ sources_to_targets: { durations: rows(600), distances: rows(12.5) }, units: "kilometers" }),
    );
  });
  const answer = await valhalla({ url, version: "v1" }).matrix(points, { profile: "coach" });
  expect(bodies[0]).toMatch(/^POST \/sources_to_targets .*"costing":"bus".*"verbose":false/);
  expect([answer.seconds[1], answer.metres[1]]).toEqual([600, 12_500]);
  expect([answer.seconds[2], answer.unreachable]).toEqual([-1, [2]]);
});

test("Valhalla in this process is asked the same question, without any network", async () => {
  const asked: { sources: unknown[]; targets: unknown[]; costing: string }[] = [];
  const actor = {
    matrix: (query: object) => {
      const question = query as (typeof asked)[number];
      asked.push(question);
      const rows = (value: number): number[][] => question.sources.map(() => question.targets.map(() => value));
      return Promise.resolve({ sources_to_targets: { durations: rows(300), distances: rows(4) }, units: "kilometers" });
    },
  };
  const answer = await valhallaInProcess(actor, { version: "nrw-2026-11" }).matrix(points, { profile: "car" });
  expect([asked[0]!.sources.length, asked[0]!.costing]).toEqual([3, "auto"]);
  expect([answer.seconds[1], answer.metres[1], answer.estimated]).toEqual([300, 4000, false]);
  const silent = valhallaInProcess({ matrix: () => new Promise(() => undefined) }, { version: "x", timeoutMs: 50 });
  expect((await silent.matrix(points, { profile: "car" })).estimated).toBe(true);
  await expect(loadValhalla("config.json", "no-such-package-of-valhalla")).rejects.toThrow();
});

test("each question has the whole time-out: many quick answers are not one slow one", async () => {
  const handler = osrmServer([], 2);
  const url = await serve((request, body, response) => setTimeout(() => handler(request, body, response), 60));
  const answer = await osrm({ url, version: "v1", mostPoints: 2, timeoutMs: 400 }).matrix(points, { profile: "car" });
  expect(answer.estimated).toBe(false);
});

test.each<[string, Handler]>([
  ["does not answer in time", () => undefined],
  ["answers with an error", (_, __, response) => void response.writeHead(500).end()],
  ["answers with something else", (_, __, response) => void response.end("<html>")],
])("an engine that %s is replaced by the great circle, marked as estimated", async (_, handler) => {
  const url = await serve(handler);
  for (const engine of [
    osrm({ url, version: "v1", timeoutMs: 150 }),
    valhalla({ url, version: "v1", timeoutMs: 150 }),
  ]) {
    const answer = await engine.matrix(points, { profile: "car" });
    expect(answer.estimated).toBe(true);
    expect(answer.seconds[1]).toBe(estimate(essen, coesfeld).seconds);
  }
});
