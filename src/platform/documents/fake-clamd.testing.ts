/** A clamd for tests: speaks INSTREAM as the daemon does, finds the EICAR test text, and refuses streams that are too long. */
import { createServer, type Socket } from "node:net";

/** In two halves, so that no real scanner takes this file for the test virus. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].join("");

export type FakeClamd = { port: number; received: Buffer[]; close: () => Promise<void> };

export async function startFakeClamd(
  where: { path: string } | { port: 0 },
  options: { maxBytes?: number; reply?: (socket: Socket) => void } = {},
): Promise<FakeClamd> {
  const received: Buffer[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
    if (options.reply) return options.reply(socket);
    serveInstream(socket, options.maxBytes ?? Number.MAX_SAFE_INTEGER, received);
  });
  await new Promise<void>((resolve) => server.listen("path" in where ? where.path : 0, () => resolve()));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function serveInstream(socket: Socket, maxBytes: number, received: Buffer[]): void {
  const command = "zINSTREAM\0";
  let input = Buffer.alloc(0);
  socket.on("data", (data) => {
    input = Buffer.concat([input, data]);
    if (input.length < command.length) return;
    if (input.toString("latin1", 0, command.length) !== command) return void socket.end("UNKNOWN COMMAND\0");
    const stream = readChunks(input.subarray(command.length));
    if (stream.content.length > maxBytes) return void socket.end("INSTREAM size limit exceeded. ERROR\0");
    if (!stream.isComplete) return;
    received.push(stream.content);
    socket.end(stream.content.includes(eicar) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
  });
}

/** Chunks with their length before them; a length of zero completes the stream. */
function readChunks(input: Buffer): { content: Buffer; isComplete: boolean } {
  const chunks: Buffer[] = [];
  let at = 0;
  while (at + 4 <= input.length) {
    const length = input.readUInt32BE(at);
    if (length === 0) return { content: Buffer.concat(chunks), isComplete: true };
    if (at + 4 + length > input.length) break;
    chunks.push(input.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { content: Buffer.concat(chunks), isComplete: false };
}
