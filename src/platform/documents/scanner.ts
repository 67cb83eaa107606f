/** Virus scanning as a port: who scans is configuration, and no answer is never taken for a clean one. */
import { isIP } from "node:net";
import { refused, type Result } from "../../kernel/result.ts";
import { ConfigError } from "../config.ts";
import { type ClamdAddress, clamdScanner } from "./clamd.ts";
import { type CheckedUpload, checkUpload, type UploadLimits, type UploadRefusal } from "./upload-check.ts";

type Verdict = "clean" | "infected";
export type Scanner = (bytes: Uint8Array) => Promise<Verdict>;

export type ScanRefusal = { kind: "infected" | "scannerFailed"; message: string };

/** Checks the file, then has it scanned where a scanner is configured. */
export async function acceptUpload(
  bytes: Uint8Array,
  fileName: string,
  { scanner, limits }: { scanner: Scanner | undefined; limits?: UploadLimits },
): Promise<Result<CheckedUpload, UploadRefusal | ScanRefusal>> {
  const checked = checkUpload(bytes, fileName, limits);
  if (!checked.ok || !scanner) return checked;
  const verdict = await scanner(bytes).catch(() => "scannerFailed" as const);
  return verdict === "clean" ? checked : refused(scanRefusal(verdict, checked.value.fileName));
}

const scanRefusal = (kind: ScanRefusal["kind"], fileName: string): ScanRefusal => ({
  kind,
  message:
    kind === "infected"
      ? `Die Datei „${fileName}“ wurde nicht angenommen. Der Virenscanner hat Schadsoftware gefunden. Bitte die IT-Sicherheit informieren.`
      : `Die Datei „${fileName}“ wurde nicht angenommen. Der Virenscanner antwortet nicht. Bitte später erneut versuchen.`,
});

/** `CLAMD_ADDRESS`: `tcp://127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl`. Not set: no scanner. */
export function readScanner(env: Record<string, string | undefined>): Scanner | undefined {
  const text = env["CLAMD_ADDRESS"];
  return text ? clamdScanner(parseAddress(text)) : undefined;
}

function parseAddress(text: string): ClamdAddress {
  const unix = /^unix:(\/.+)$/.exec(text);
  if (unix?.[1]) return { path: unix[1] };
  const tcp = /^tcp:\/\/(?:\[([0-9a-fA-F:]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/.exec(text);
  const host = tcp?.[1] ?? tcp?.[2];
  const port = Number(tcp?.[3]);
  const isHost = host !== undefined && (tcp?.[1] === undefined || isIP(host) === 6);
  if (isHost && port > 0 && port < 65536) return { host, port };
  throw new ConfigError(`CLAMD_ADDRESS muss tcp://RECHNER:PORT oder unix:/PFAD/ZUM/SOCKET sein, ist aber »${text}«.`);
}
