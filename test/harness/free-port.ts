/** A port nobody listens on, for a server whose address must be known before it tells. */
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer();
    server.listen(0, "localhost", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
