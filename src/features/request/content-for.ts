/** The part of the content that a reader may know: all of it for the owner, the slice of the capacity for the others. */
import type { Actor } from "../../platform/actor.ts";
import { sliceFor } from "./domain/disclosure.ts";
import type { RequestType } from "./domain/request-type.ts";
import type { StoredRequest } from "./queries.ts";

type Content = Record<string, unknown>;

export const contentFor = (type: RequestType<Content>, actor: Actor, { ownerId, content }: StoredRequest): Content =>
  actor.authorityId === ownerId ? (content ?? {}) : sliceFor(type, actor.role, content ?? {});
