/** Journal and access log as pages: for supervision and data protection. They show what happened, never the content. */
import type { Frame } from "../../../kernel/frame.ts";
import { roleLabels, isRole } from "../../../platform/access/matrix.ts";
import { DataTable, EmptyState, ExportLinks, formatInstant, LinkButton, ListTabs, Page } from "../../../ui/index.ts";
import { journalHref } from "../journal-query.ts";
import type { AccessLine } from "../queries.ts";
import { CaseLink, JournalList, type JournalView } from "./journal-list.tsx";

export const JournalPage = ({ view, frame }: { view: JournalView; frame: Frame | undefined }) => (
  <Page title="Protokoll" frame={frame} errorCount={Object.keys(view.form.errors).length} wide>
    <p class="kern-body">
      Alles, was in Fällen dieser Behörde geschehen ist. Die Kette der Prüfsummen wird mit „amtsweg verify-journal“
      nachgerechnet.
    </p>
    <JournalList view={view} />
    <ExportLinks csvHref={journalHref(`${view.path}.csv`, view.query, { vor: undefined })} printHint />
  </Page>
);

export const AccessTable = ({ lines, caption }: { lines: AccessLine[]; caption: string }) => (
  <DataTable
    caption={caption}
    rows={lines}
    columns={[
      { key: "at", label: "Zeitpunkt", cell: ({ at }) => formatInstant(at) },
      { key: "who", label: "Wer", cell: ({ officerName, authorityName }) => `${officerName} (${authorityName})` },
      { key: "role", label: "Rolle", cell: ({ role }) => (isRole(role) ? roleLabels[role] : role) },
      { key: "what", label: "Was", cell: ({ what, hits }) => (hits === 1 ? what : `${what} (${hits} Fälle)`) },
      { key: "purpose", label: "Zweck", cell: ({ purpose }) => purpose },
      { key: "case", label: "Fall", cell: ({ caseId }) => <CaseLink caseId={caseId} /> },
    ]}
    empty={<EmptyState title="Noch keine Zugriffe." />}
  />
);

type AccessPageProps = {
  lines: AccessLine[];
  next: string | undefined;
  frame: Frame | undefined;
  csvHref: string;
  side: "ourCases" | "ourOfficers";
};

export const AccessPage = ({ lines, next, side, frame, csvHref }: AccessPageProps) => (
  <Page title="Zugriffe" frame={frame} wide>
    <ListTabs
      tabs={[
        { href: "/zugriffe", label: "Auf unsere Fälle", current: side === "ourCases" },
        { href: "/zugriffe?seite=eigene", label: "Durch unsere Beschäftigten", current: side === "ourOfficers" },
      ]}
    />
    <AccessTable lines={lines} caption="Zugriffe mit Zweck (§ 76 BDSG)" />
    {next ? (
      <LinkButton href={`/zugriffe?${side === "ourOfficers" ? "seite=eigene&" : ""}vor=${encodeURIComponent(next)}`}>
        Ältere Zugriffe
      </LinkButton>
    ) : null}
    <ExportLinks csvHref={csvHref} printHint />
  </Page>
);
