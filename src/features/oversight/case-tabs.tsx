/** Two tabs of the case page: what happened to this case, and who looked at it and why. */
import type { CasePanel } from "../case/index.ts";
import { journalView } from "./journal-view.ts";
import { JournalList } from "./pages/journal-list.tsx";
import { AccessTable } from "./pages/oversight-pages.tsx";
import { listAccesses } from "./queries.ts";

const shown = 500;

export const journalTab: CasePanel = {
  slot: "tab",
  name: "protokoll",
  title: "Protokoll",
  render: async (context, file, raw) => (
    <JournalList
      view={await journalView(context, {
        chain: file.ownerId,
        caseId: file.id,
        path: `/faelle/${file.id}/ansicht/protokoll`,
        caption: "Protokoll dieses Falls",
        raw,
      })}
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
