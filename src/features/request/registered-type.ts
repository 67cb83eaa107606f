/**
 * How a kind of request (Ersuchensart) takes part: one folder, one line in src/features.ts. The envelope, inbox,
 * dialogue, clocks, ledger and withdrawal are the same for all kinds.
 */
import type { Child } from "hono/jsx";
import type { Day } from "../../kernel/day.ts";
import type { Result } from "../../kernel/result.ts";
import type { Change } from "../../platform/change.ts";
import type { Context } from "../../platform/context.ts";
import type { RequestType } from "./domain/request-type.ts";
import type { RequestEvent, RequestEventType } from "./domain/request.ts";
import type { StoredRequest } from "./queries.ts";

export type Choice = { value: string; label: string };

type Content = Record<string, unknown>;

/**
 * Line of a list: when and in which municipality it is wanted (secret under § 97a AufenthG, undefined where the reader may
 * not know), and what.
 */
export type ListLine = { when: string | undefined; where: string | undefined; what: string };

/** A letter as file, or the German sentence why there is none yet. */
export type Letter = Result<Uint8Array, string>;

export type RegisteredType = {
  domain: RequestType<Record<string, unknown>>;
  /** Why an addressee may decline; `needsDate` asks for the next possible day. */
  declineReasons: readonly (Choice & { needsDate?: boolean; needsText?: boolean })[];
  conditionKinds: readonly (Choice & { needsTime?: boolean })[];
  /** The content as the reader may see it. */
  showContent: (context: Context, request: StoredRequest) => Promise<Child>;
  listLine: (content: Content) => ListLine;
  /** The last look before sending, inside the same change: the content as it goes out, or what is missing. */
  beforeSend: (change: Change, request: StoredRequest, today: Day) => Promise<Result<Content, readonly string[]>>;
  /** Names what is wrong with an answer of the other side; `data` is what stands beside its text. */
  checkAnswer: (event: RequestEvent, data: Content, today: Day) => string | undefined;
  /** German sentences for what `beforeSend` and `checkAnswer` name. */
  faultTexts: Readonly<Record<string, string>>;
  /** German names of the fields, for the disclosure ledger. */
  fieldLabels: Readonly<Record<string, string>>;
  /** Steps that have a page of this kind, as last part of its address; all others share the pages of the envelope. */
  ownSteps: Partial<Record<RequestEventType, string>>;
  letter: (context: Context, request: StoredRequest, isTestData: boolean) => Promise<Letter>;
  /** What the addressee may examine, shown beside its steps. */
  reviewScope: string;
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
