/** Reads what the page of one request shows, for the side that looks. */
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { newId } from "../../kernel/id.ts";
import type { Http } from "../../platform/http/env.ts";
import { findAuthority } from "../authority/index.ts";
import { findCase } from "../case/index.ts";
import { listAttachments } from "./attachments.ts";
import { isOpen } from "./domain/request.ts";
import { noteFirstReading } from "./notes.ts";
import { type OpenedRequest, openRequest } from "./open-request.ts";
import { RequestPage } from "./pages/request-page.tsx";
import type { RequestView } from "./request-view.ts";
import { listDisclosures, listEntries, measureNumberOf } from "./queries.ts";
import { stagesFor, stepsFor } from "./possible-steps.ts";
import type { RequestTypes } from "./registered-type.ts";

export type ShowOptions = { error?: string; attachment?: FormState; telephone?: FormState };

export async function showRequest(c: Http, types: RequestTypes, options: ShowOptions = {}) {
  const opened = await openRequest(c, types, "Ersuchen");
  await noteFirstReading(c.var.context, opened.stored);
  const { attachment = emptyForm, telephone = emptyForm } = options;
  const isRefused =
    options.error !== undefined || [attachment, telephone].some(({ errors }) => Object.keys(errors).length > 0);
  const view = await viewOf(c, opened);
  // Without its form, for example after the end of the request, the refusal stands above the page.
  const error = options.error ?? (view.mayUpload ? undefined : Object.values(attachment.errors)[0]);
  return c.html(
    <RequestPage view={view} forms={{ attachment, telephone }} error={error} frame={await c.var.frame("/ersuchen")} />,
    isRefused ? 422 : 200,
  );
}

async function viewOf(c: Http, { stored, party, type }: OpenedRequest): Promise<RequestView> {
  const { context } = c.var;
  const mediator = stored.mediatorId ? await findAuthority(context, stored.mediatorId) : undefined;
  const file = await findCase(context, stored.caseId);
  return {
    stored,
    party,
    type,
    content: await type.showContent(context, stored),
    entries: await listEntries(context, stored.id),
    ledger: party === "requester" ? await listDisclosures(context, stored.id) : [],
    // The mediator learns the positions, not the orders of a court.
    files: party === "mediator" ? [] : await listAttachments(context, stored.id),
    steps: stepsFor(context.actor, party, type, stored),
    stages: stagesFor(type, stored),
    fileNumber: file?.fileNumber,
    measureNumber: await measureNumberOf(context, stored.measureId),
    mediatorName: mediator?.name,
    authorities: new Map([
      [stored.ownerId, stored.ownerName],
      [stored.addresseeId, stored.addresseeName],
      ...(mediator ? ([[mediator.id, mediator.name]] as const) : []),
    ]),
    mayUpload: party === "requester" && isOpen(stored.state),
    newAttachmentId: newId(),
    hasLetter: party !== "mediator" && (party === "requester" || isOpen(stored.state)),
    now: context.now,
  };
}
