/** Serves the gallery on a local port under the strict policy of the product, with a live line the checks can speak on. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { assetResponse } from "../../src/ui/index.ts";

export type GalleryPage = { name: string; html: string };
export type GalleryServer = {
  origin: string;
  /** Replaces the page that the next request gets. */
  change: (name: string, html: string) => void;
  /** Tells every open page. */
  send: (event: string, data: string) => void;
  /** Cuts every open live line. */
  cut: () => void;
  close: () => void;
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'";

const places = JSON.stringify([
  { value: "05978024", label: "Lünen", hint: "Kreis Unna" },
  { value: "05978020", label: "Lünern", hint: "Ortsteil von Unna" },
]);

export async function serveGallery(pages: readonly GalleryPage[]): Promise<GalleryServer> {
  const html = new Map(pages.map((page) => [`/${page.name}`, page.html]));
  const lines = new Set<ServerResponse>();

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const asset = assetResponse(path);
    if (asset) return response.writeHead(asset.status, asset.headers).end(asset.body);
    if (path === "/live") {
      lines.add(response.writeHead(200, { "content-type": "text/event-stream" }));
      response.on("close", () => lines.delete(response));
      return response.write("event: open\ndata:\n\n");
    }
    if (path === "/api/gemeinden") return response.writeHead(200, { "content-type": "application/json" }).end(places);
    const page = html.get(path);
    const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy };
    return response.writeHead(page === undefined ? 404 : 200, headers).end(page ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    change: (name, text) => html.set(`/${name}`, text),
    send: (event, data) => lines.forEach((line) => line.write(`event: ${event}\ndata: ${data}\n\n`)),
    cut: () => lines.forEach((line) => line.destroy()),
    close: () => {
      lines.forEach((line) => line.destroy());
      server.close();
    },
  };
}
