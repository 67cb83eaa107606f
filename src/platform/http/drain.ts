/** Ends an HTTP server without cutting anybody off: nobody new is let in, whoever is inside gets the answer. */
import type { Server, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** Lines on which nothing was asked yet, such as browsers open in advance, are cut after this. */
const silentLinesMs = 250;

/** Watches the server from now on; the function it gives resolves when the last answer is sent and every line is closed. */
export function drainable(server: Server): () => Promise<void> {
  const answering = new Set<ServerResponse>();
  let answered: () => void = () => undefined;
  let draining = false;

  server.prependListener("request", (_request, response: ServerResponse) => {
    answering.add(response);
    if (draining) sayGoodbye(response);
    response.once("close", () => {
      answering.delete(response);
      if (answering.size === 0) answered();
    });
  });

  return async () => {
    draining = true;
    const closed = new Promise<void>((done) => server.close(() => done()));
    for (const response of answering) sayGoodbye(response);
    if (answering.size > 0) await new Promise<void>((done) => (answered = done));
    await Promise.race([closed, pause(silentLinesMs, undefined, { ref: false })]);
    server.closeAllConnections();
    await closed;
  };
}

/** The line ends with this answer, and the caller asks elsewhere. */
const sayGoodbye = (response: ServerResponse): unknown =>
  response.headersSent || response.setHeader("connection", "close");
