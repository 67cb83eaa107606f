/**
 * Style sheet, fonts and browser scripts, read once at start and served under names that carry a hash of their content.
 * Serves nothing else: a path that is not in the list is not looked for on the disk.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

type Asset = { name: string; url: string; type: string; hash: string; body: Buffer; gzipped: Buffer | undefined };
export type Assets = { byName: ReadonlyMap<string, Asset>; byUrl: ReadonlyMap<string, Asset> };
export type AssetResponse = { status: 200 | 304; headers: Record<string, string>; body: Buffer | undefined };

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

function asset(name: string, body: Buffer): Asset {
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 16);
  const type = types[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
  // Fonts are packed already.
  const gzipped = type.startsWith("font/") ? undefined : gzipSync(body, { level: 9 });
  return { name, hash, type, body, gzipped, url: `/assets/${hash}/${name}` };
}

const kern = ["node_modules", "@kern-ux", "native", "dist"];
const fonts = ["NotoSans-Regular.woff2", "NotoSans-Bold.woff2"];

/** Own style sheets in the order of their names: 10-…css before 20-…css. */
function styleSheet(root: string, fontUrl: (name: string) => string): Buffer {
  const folder = join(root, "src", "ui", "styles");
  const own = readdirSync(folder)
    .filter((file) => file.endsWith(".css"))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"));
  const all = [readFileSync(join(root, ...kern, "kern.min.css"), "utf8"), ...own].join("\n");
  return Buffer.from(all.replaceAll(/url\("?font:([\w.-]+)"?\)/g, (_, name: string) => `url("${fontUrl(name)}")`));
}

function readScripts(folder: string): Asset[] {
  if (!existsSync(folder)) return [];
  const scripts = readdirSync(folder).filter((file) => file.endsWith(".js"));
  return scripts.map((file) => asset(file, readFileSync(join(folder, file))));
}

let loaded: Assets | undefined;

/** Reads everything below the program's folder; afterwards `assetUrl` and `assetResponse` know the names. */
export function loadAssets(root: string, scripts: string = join(root, "dist", "browser")): Assets {
  const readFonts = fonts.map((file) => asset(file, readFileSync(join(root, ...kern, "fonts", "noto-sans", file))));
  const fontUrl = (name: string): string => {
    const font = readFonts.find((each) => each.name === name);
    if (!font) throw new Error(`style sheet names an unknown font: ${name}`);
    return font.url;
  };
  const icon = asset("icon.svg", readFileSync(join(root, "src", "ui", "icon.svg")));
  const list = [asset("app.css", styleSheet(root, fontUrl)), icon, ...readFonts, ...readScripts(scripts)];
  loaded = {
    byName: new Map(list.map((each) => [each.name, each])),
    byUrl: new Map(list.map((each) => [each.url, each])),
  };
  return loaded;
}

/** `/assets/HASH/app.css`; before `loadAssets` (in tests of pages) a name that is never served. */
export const assetUrl = (name: string): string => loaded?.byName.get(name)?.url ?? `/assets/unknown/${name}`;

/** The answer for a path, or undefined when there is no such asset. May be kept for ever: the name changes with the content. */
export function assetResponse(path: string, ifNoneMatch?: string, acceptEncoding = ""): AssetResponse | undefined {
  const found = loaded?.byUrl.get(path);
  if (!found) return undefined;
  const packed = /\bgzip\b/.test(acceptEncoding) ? found.gzipped : undefined;
  const etag = `"${found.hash}${packed ? "-gz" : ""}"`;
  const headers: Record<string, string> = {
    "content-type": found.type,
    "cache-control": "public, max-age=31536000, immutable",
    vary: "accept-encoding",
    etag,
  };
  if (ifNoneMatch === etag) return { status: 304, headers, body: undefined };
  if (packed) headers["content-encoding"] = "gzip";
  return { status: 200, headers, body: packed ?? found.body };
}
