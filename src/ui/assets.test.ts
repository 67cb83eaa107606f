import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assetResponse, assetUrl, loadAssets } from "./index.ts";

const scripts = mkdtempSync(join(tmpdir(), "amtsweg-scripts-"));

beforeAll(async () => {
  await build({
    entryPoints: ["src/ui/browser/main.ts"],
    outdir: scripts,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
  });
  loadAssets(process.cwd(), scripts);
});

afterAll(() => rmSync(scripts, { recursive: true }));

test("all browser scripts together stay under 30 kB gzipped", () => {
  const size = gzipSync(readFileSync(join(scripts, "main.js"))).length;
  expect(size).toBeGreaterThan(1_000);
  expect(size).toBeLessThan(30_000);
});

test("every asset has an address with a hash and may be kept for ever", () => {
  for (const name of ["app.css", "main.js", "icon.svg"]) {
    expect(assetUrl(name)).toMatch(new RegExp(`^/assets/[\\w-]{16}/${name}$`));
    const answer = assetResponse(assetUrl(name));
    expect(answer?.status).toBe(200);
    expect(answer?.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  }
});

test("a browser that has the asset gets 304 without a body", () => {
  const etag = assetResponse(assetUrl("app.css"))?.headers["etag"];
  expect(assetResponse(assetUrl("app.css"), etag)).toMatchObject({ status: 304, body: undefined });
});

test("style and script travel packed to a browser that can unpack them, fonts as they are", () => {
  const css = assetResponse(assetUrl("app.css"), undefined, "gzip, br");
  expect(css?.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(css?.body ?? Buffer.of()).equals(assetResponse(assetUrl("app.css"))?.body ?? Buffer.of())).toBe(
    true,
  );
  expect(
    assetResponse(assetUrl("NotoSans-Bold.woff2"), undefined, "gzip")?.headers["content-encoding"],
  ).toBeUndefined();
});

test("nothing outside of the list is served", () => {
  for (const path of ["/assets/unknown/app.css", "/assets/../package.json", `${assetUrl("app.css")}/..`])
    expect(assetResponse(path)).toBeUndefined();
});

test("the style sheet loads fonts from our own origin, by names that are served", () => {
  const css = String(assetResponse(assetUrl("app.css"))?.body);
  const urls = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map((match) => match[1] ?? "");
  const fonts = urls.filter((url) => url.startsWith("/assets/"));
  expect(fonts).toHaveLength(2);
  for (const font of fonts) expect(assetResponse(font)?.headers["content-type"]).toBe("font/woff2");
  expect(urls.filter((url) => !url.startsWith("/assets/") && !url.startsWith("data:"))).toEqual([]);
});
