/** Door of the requests: the envelope that every kind of request shares. */
export { applyRequestEvent, type EventRefusal } from "./apply-event.ts";
export { requestApi } from "./api.ts";
export { type Attachment, listAttachments } from "./attachments.ts";
export { disclosuresTab, RequestLine, requestsPanel } from "./case-panel.tsx";
export { contentFor } from "./content-for.ts";
export type { RequestType } from "./domain/request-type.ts";
export { isOpen, type RequestEvent, requestStatusLabels, type RequestStatus } from "./domain/request.ts";
export { type ContentUpdate, draftRequest, saveContent } from "./draft-request.ts";
export { openOwnRequest } from "./open-request.ts";
export {
  assistanceOpenOf,
  assistanceRequestsOf,
  findRequest,
  requestsOfCase,
  requestsOfMeasure,
  type StoredRequest,
} from "./queries.ts";
export { type Letter, type ListLine, type RegisteredType, type RequestTypes } from "./registered-type.ts";
export { requestRoutes } from "./routes.tsx";
export { requestFileRoutes } from "./routes-files.tsx";
export { requestNoteRoutes } from "./routes-notes.tsx";
export { refusalText } from "./texts.ts";
