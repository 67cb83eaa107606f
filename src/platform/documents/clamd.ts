/** Asks ClamAV's daemon (clamd) about one file, by its INSTREAM command. Any answer but "OK" and "FOUND" is an error. */
import { createConnection, type Socket } from "node:net";

export type ClamdAddress = { host: string; port: number } | { path: string };

/** The daemon could not be asked, or its answer was no verdict. */
export class ScannerError extends Error {}

const chunkBytes = 64 * 1024;
const longestReply = 4096;

export const clamdScanner =
  (address: ClamdAddress, timeoutMs = 30_000) =>
  async (bytes: Uint8Array): Promise<"clean" | "infected"> =>
    verdictOf(await ask(address, bytes, timeoutMs));

function verdictOf(reply: string): "clean" | "infected" {
  if (reply === "stream: OK") return "clean";
  if (/^stream: .+ FOUND$/.test(reply)) return "infected";
  throw new ScannerError(`clamd answered: ${JSON.stringify(reply)}`);
}

/** One connection a file; the reply may come before everything is sent (size limit) and still counts. */
function ask(address: ClamdAddress, bytes: Uint8Array, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address);
    let reply = "";
    const fail = (reason: string): void => {
      socket.destroy();
      reject(new ScannerError(reason));
    };
    socket.setTimeout(timeoutMs, () => fail(`clamd did not answer within ${timeoutMs} ms`));
    socket.on("connect", () => send(socket, bytes));
    socket.on("data", (data) => {
      reply += data.toString("utf8");
      const end = reply.indexOf("\0");
      if (end < 0 && reply.length > longestReply) return fail("clamd's reply has no end");
      if (end < 0) return;
      socket.destroy();
      resolve(reply.slice(0, end));
    });
    socket.on("error", (error) => fail(error.message));
    socket.on("close", () => fail("clamd closed the connection without a reply"));
  });
}

/** `zINSTREAM`, then chunks with their length before them (four bytes, network order), a length of zero ends. */
function send(socket: Socket, bytes: Uint8Array): void {
  socket.write("zINSTREAM\0");
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const chunk = bytes.subarray(start, start + chunkBytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    socket.write(chunk);
  }
  socket.write(Buffer.alloc(4));
}
