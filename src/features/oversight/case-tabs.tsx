/** Two tabs of the case page: what happened to this case, and who looked at it and why. */
import type { CasePanel } from "../case/index.ts";
import { journalView } from "./journal-view.ts";
import { JournalList } from "./pages/journal-list.tsx";
import { accessView } from "./access-view.ts";
import { AccessList } from "./pages/access-list.tsx";

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
  render: async (context, file, raw) => (
    <AccessList
      view={await accessView(context, {
        authorityId: file.ownerId,
        caseId: file.id,
        path: `/faelle/${file.id}/ansicht/zugriffe`,
        caption: "Zugriffe auf diesen Fall mit Zweck",
        raw: { ...raw, seite: "" },
      })}
    />
  ),
};
