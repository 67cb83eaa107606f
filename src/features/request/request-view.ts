/** What the page of one request shows, already cut to what the reader may know. */
import type { Child } from "hono/jsx";
import type { Attachment } from "./attachments.ts";
import type { Party, RequestEventType } from "./domain/request.ts";
import type { Entry, LedgerEntry, StoredRequest } from "./queries.ts";
import type { RegisteredType } from "./registered-type.ts";

export type RequestView = {
  stored: StoredRequest;
  party: Party;
  type: RegisteredType;
  content: Child;
  entries: readonly Entry[];
  ledger: readonly LedgerEntry[];
  files: readonly Attachment[];
  steps: readonly RequestEventType[];
  stages: readonly { name: string; label: string }[];
  fileNumber: string | undefined;
  measureNumber: string | undefined;
  mediatorName: string | undefined;
  authorities: ReadonlyMap<string, string>;
  mayUpload: boolean;
  newAttachmentId: string;
  hasLetter: boolean;
  now: Date;
};
