/** Door of the requests: the envelope that every kind of request shares. */
export { applyRequestEvent, type EventRefusal } from "./apply-event.ts";
export { requestApi } from "./api.ts";
export { type Attachment, attachmentKinds, listAttachments } from "./attachments.ts";
export { disclosuresTab, RequestLine, requestsPanel } from "./case-panel.tsx";
export { contentFor } from "./content-for.ts";
export type { RequestType, Slice } from "./domain/request-type.ts";
export {
  isAgreed,
  isOpen,
  type RequestEvent,
  requestStatusLabels,
  type RequestState,
  type RequestStatus,
} from "./domain/request.ts";
export { sliceFor } from "./domain/disclosure.ts";
export { draftRequest, saveContent } from "./draft-request.ts";
export { noteFirstReading, noteTelephone } from "./notes.ts";
export { openOwnRequest, openRequest } from "./open-request.ts";
export {
  assistanceRequestsOf,
  countRequests,
  findRequest,
  listDisclosures,
  listEntries,
  lockRequest,
  partyOf,
  requestsOfCase,
  requestsOfMeasure,
  type StoredRequest,
} from "./queries.ts";
export { listTab } from "./queries-list.ts";
export { type Letter, type ListLine, type RegisteredType, type RequestTypes, typeOf } from "./registered-type.ts";
export { requestRoutes } from "./routes.tsx";
export { requestFileRoutes } from "./routes-files.tsx";
export { requestNoteRoutes } from "./routes-notes.tsx";
export { refusalText } from "./texts.ts";
