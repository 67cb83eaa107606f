/** Two tabs of the case page: what happened to this case, and who looked at it and why. */
import type { CasePanel } from "../case/index.ts";
import { AccessTable, JournalTable } from "./pages/oversight-pages.tsx";
import { listAccesses, listJournal } from "./queries.ts";

const shown = 500;

export const journalTab: CasePanel = {
  slot: "tab",
  name: "protokoll",
  title: "Protokoll",
  render: async (context, file) => (
    <JournalTable
      lines={await listJournal(context, file.ownerId, { caseId: file.id, limit: shown })}
      caption="Protokoll dieses Falls"
    />
  ),
};

export const accessTab: CasePanel = {
  slot: "tab",
  name: "zugriffe",
  title: "Zugriffe",
  render: async (context, file) => (
    <AccessTable
      lines={await listAccesses(context, file.ownerId, { side: "ourCases", caseId: file.id, limit: shown })}
      caption="Zugriffe auf diesen Fall mit Zweck"
    />
  ),
};
