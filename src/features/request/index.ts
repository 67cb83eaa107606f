/** Door of the requests: the envelope that every kind of request shares. */
export { applyRequestEvent, type EventRefusal } from "./apply-event.ts";
export type { RequestType, Slice } from "./domain/request-type.ts";
export { isAgreed, isOpen, requestStatusLabels, type RequestState, type RequestStatus } from "./domain/request.ts";
export { sliceFor } from "./domain/disclosure.ts";
export { draftRequest, saveContent } from "./draft-request.ts";
export { noteFirstReading, noteTelephone } from "./notes.ts";
export {
  assistanceRequestsOf,
  countRequests,
  findRequest,
  listDisclosures,
  listEntries,
  listRequests,
  partyOf,
  requestsOfCase,
  requestsOfMeasure,
  type StoredRequest,
} from "./queries.ts";
export { type RegisteredType, type RequestTypes, typeOf } from "./registered-type.ts";
