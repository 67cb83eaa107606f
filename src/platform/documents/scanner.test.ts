import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ConfigError } from "../config.ts";
import { clamdScanner, ScannerError } from "./clamd.ts";
import { eicar, type FakeClamd, startFakeClamd } from "./fake-clamd.testing.ts";
import { acceptUpload, readScanner, type Scanner } from "./scanner.ts";

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n%${text}\n%%EOF\n`);
let clamd: FakeClamd;
let scan: Scanner;
beforeAll(async () => {
  clamd = await startFakeClamd({ port: 0 });
  scan = clamdScanner({ host: "127.0.0.1", port: clamd.port });
});
afterAll(() => clamd.close());

describe("clamd", () => {
  test("calls a harmless file clean and receives it unchanged, also in many chunks", async () => {
    const bytes = Buffer.alloc(300_001, "Text");
    expect(await scan(bytes)).toBe("clean");
    expect(clamd.received.at(-1)?.equals(bytes)).toBe(true);
  });

  test("finds the test virus", async () => expect(await scan(pdf(eicar))).toBe("infected"));

  test("is asked about several files at once without mixing them up", async () => {
    const files = Array.from({ length: 12 }, (_, index) => pdf(index % 3 === 0 ? eicar : `Nr. ${index}`));
    const verdicts = await Promise.all(files.map(scan));
    expect(verdicts).toEqual(files.map((_, index) => (index % 3 === 0 ? "infected" : "clean")));
  });

  test("is reached by a unix socket", async () => {
    const folder = mkdtempSync(join(tmpdir(), "amtsweg-clamd-"));
    const path = join(folder, "clamd.ctl");
    const local = await startFakeClamd({ path });
    try {
      expect(await clamdScanner({ path })(pdf(eicar))).toBe("infected");
    } finally {
      await local.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test.each([
    ["refuses the size", { maxBytes: 10 }, /size limit exceeded|ECONNRESET|EPIPE/],
    ["closes without a word", { reply: (socket) => void socket.end() }, /without a reply|ECONNRESET|EPIPE/],
    ["answers something else", { reply: (socket) => void socket.end("PONG\0") }, /clamd answered: "PONG"/],
    ["answers OK for something else", { reply: (socket) => void socket.end("stream: OK, nearly\0") }, /clamd answered/],
    ["never ends its answer", { reply: (socket) => void socket.write("x".repeat(9_000)) }, /no end/],
    ["says nothing", { reply: () => undefined }, /did not answer within 200 ms/],
  ] satisfies [string, Parameters<typeof startFakeClamd>[1], RegExp][])(
    "that %s gives no verdict but an error",
    async (_, options, message) => {
      const odd = await startFakeClamd({ port: 0 }, options);
      const attempt = clamdScanner({ host: "127.0.0.1", port: odd.port }, 200)(pdf("x"));
      await expect(attempt).rejects.toThrow(ScannerError);
      await expect(attempt).rejects.toThrow(message);
      await odd.close();
    },
  );

  test("that is not there gives an error", async () => {
    await expect(clamdScanner({ path: "/nonexistent/clamd.ctl" })(pdf("x"))).rejects.toThrow(ScannerError);
  });
});

describe("an upload", () => {
  test("is accepted without a scanner, when none is configured", async () => {
    expect(await acceptUpload(pdf(eicar), "a.pdf", { scanner: undefined })).toMatchObject({ ok: true });
  });

  test("is accepted when the scanner calls it clean", async () => {
    const result = await acceptUpload(pdf("x"), "a.pdf", { scanner: scan });
    expect(result).toMatchObject({ ok: true, value: { fileName: "a.pdf", mediaType: "application/pdf" } });
  });

  test("is refused when the scanner finds something", async () => {
    const result = await acceptUpload(pdf(eicar), "a.pdf", { scanner: scan });
    expect(result).toMatchObject({ ok: false, refusal: { kind: "infected" } });
    expect(JSON.stringify(result)).toContain("IT-Sicherheit");
  });

  test("is refused when the scanner does not answer: silence is never a clean bill", async () => {
    const scanner = clamdScanner({ path: "/nonexistent/clamd.ctl" });
    const result = await acceptUpload(pdf("x"), "a.pdf", { scanner });
    expect(result).toMatchObject({ ok: false, refusal: { kind: "scannerFailed" } });
    expect(JSON.stringify(result)).toContain("Bitte später erneut versuchen.");
  });

  test("that fails the check is not shown to the scanner", async () => {
    const before = clamd.received.length;
    expect(await acceptUpload(Buffer.from("x"), "a.pdf", { scanner: scan })).toMatchObject({
      refusal: { kind: "typeNotAllowed" },
    });
    expect(clamd.received.length).toBe(before);
  });
});

describe("CLAMD_ADDRESS", () => {
  test("switches the scanner on", async () => {
    const scanner = readScanner({ CLAMD_ADDRESS: `tcp://127.0.0.1:${clamd.port}` });
    expect(await scanner?.(pdf(eicar))).toBe("infected");
    expect(readScanner({ CLAMD_ADDRESS: "unix:/run/clamav/clamd.ctl" })).toBeTypeOf("function");
    expect(readScanner({ CLAMD_ADDRESS: "tcp://[::1]:3310" })).toBeTypeOf("function");
  });

  test.each([[undefined], [""]])("that is %s leaves it off", (text) => {
    expect(readScanner({ CLAMD_ADDRESS: text })).toBeUndefined();
  });

  test.each([
    "3310",
    "http://127.0.0.1:3310",
    "tcp://127.0.0.1",
    "tcp://127.0.0.1:0",
    "tcp://127.0.0.1:99999",
    "unix:rel",
  ])("that is wrong stops the start and says how to write it: %s", (text) => {
    expect(() => readScanner({ CLAMD_ADDRESS: text })).toThrow(ConfigError);
    expect(() => readScanner({ CLAMD_ADDRESS: text })).toThrow(`aber »${text}«`);
  });
});
