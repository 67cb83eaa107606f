/** The requests of a case on its page, and the disclosure ledger of the whole case as a tab. */
import { formatInstant, Status } from "../../ui/index.ts";
import type { CasePanel } from "../case/index.ts";
import { Ledger } from "./pages/ledger.tsx";
import { disclosuresOfCase, requestsOfCase, type StoredRequest } from "./queries.ts";
import { type RequestTypes, typeOf } from "./registered-type.ts";
import { statusOf } from "./texts.ts";

/** One line of a list of requests, for the panels of case and measure. */
export const RequestLine = ({ stored, types }: { stored: StoredRequest; types: RequestTypes }) => (
  <li>
    <a href={stored.state.status === "draft" ? `/ersuchen/${stored.id}/aufgaben` : `/ersuchen/${stored.id}`}>
      {stored.number}
    </a>{" "}
    {typeOf(types, stored.type).domain.germanName} an {stored.addresseeName}{" "}
    <Status {...statusOf(stored.state.status)} />
    {stored.sentAt ? <p class="kern-body kern-body--small">gesendet {formatInstant(stored.sentAt)}</p> : null}
  </li>
);

export const requestsPanel = (types: RequestTypes): CasePanel => ({
  slot: "main",
  name: "ersuchen",
  title: "Ersuchen",
  render: async (context, file) => {
    const requests = await requestsOfCase(context, file.id);
    if (requests.length === 0) return <p>Noch keine Ersuchen. Ein Ersuchen beginnt auf der Seite einer Maßnahme.</p>;
    return (
      <ul class="aw-plain-list">
        {requests.map((stored) => (
          <RequestLine stored={stored} types={types} />
        ))}
      </ul>
    );
  },
});

export const disclosuresTab = (types: RequestTypes): CasePanel => ({
  slot: "tab",
  name: "uebermittlungen",
  title: "Übermittlungen",
  render: async (context, file) => (
    <Ledger
      entries={await disclosuresOfCase(context, { ownerId: file.ownerId, caseId: file.id })}
      types={types}
      caption="Übermittelte Angaben dieses Falls"
    />
  ),
});
