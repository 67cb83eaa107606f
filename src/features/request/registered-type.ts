/**
 * How a kind of request (Ersuchensart) takes part: one folder, one line in src/features.ts. The envelope, inbox,
 * dialogue, clocks, ledger and withdrawal are the same for all kinds.
 */
import type { Child } from "hono/jsx";
import type { Context } from "../../platform/context.ts";
import type { RequestType } from "./domain/request-type.ts";
import type { StoredRequest } from "./queries.ts";

export type Choice = { value: string; label: string };

export type RegisteredType = {
  domain: RequestType<Record<string, unknown>>;
  /** Why an addressee may decline; `needsDate` asks for the next possible day. */
  declineReasons: readonly (Choice & { needsDate?: boolean; needsText?: boolean })[];
  conditionKinds: readonly Choice[];
  /** The content as the reader may see it. */
  showContent: (context: Context, request: StoredRequest) => Promise<Child>;
  /** The authority that mediates between the two sides (Vermittlung). */
  mediatorOf: (context: Context, request: StoredRequest) => Promise<string | undefined>;
};

export type RequestTypes = readonly RegisteredType[];

/** The registration of a kind; a stored request always has one. */
export function typeOf(types: RequestTypes, id: string): RegisteredType {
  const found = types.find(({ domain }) => domain.id === id);
  if (!found) throw new Error(`no request type ${id}`);
  return found;
}
