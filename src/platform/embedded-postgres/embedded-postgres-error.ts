/** The one error of the embedded database: a German sentence for the operator and a code for the caller. */
export type EmbeddedPostgresFailure =
  | "already-running"
  | "folder-foreign"
  | "folder-unreachable"
  | "folder-not-writable"
  | "durability-mixed"
  | "version-older"
  | "version-newer"
  | "programs-missing"
  | "platform-unsupported"
  | "orphan-unstoppable"
  | "start-failed";

export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresFailure;

  constructor(code: EmbeddedPostgresFailure, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "EmbeddedPostgresError";
    this.code = code;
  }
}

/** The system's short name of an error ("EACCES"), for messages and for telling expected failures from others. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
