/** Journal and access log as pages: for supervision and data protection. They show what happened, never the content. */
import type { Frame } from "../../../kernel/frame.ts";
import { ExportLinks, ListTabs, Page } from "../../../ui/index.ts";
import { accessHref } from "../access-query.ts";
import { journalHref } from "../journal-query.ts";
import { AccessList, type AccessView } from "./access-list.tsx";
import { JournalList, type JournalView } from "./journal-list.tsx";

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

export const AccessPage = ({ view, frame }: { view: AccessView; frame: Frame | undefined }) => (
  <Page title="Zugriffe" frame={frame} errorCount={Object.keys(view.form.errors).length} wide>
    <ListTabs
      tabs={[
        { href: view.path, label: "Auf unsere Fälle", current: !view.query.seite },
        { href: `${view.path}?seite=eigene`, label: "Durch unsere Beschäftigten", current: Boolean(view.query.seite) },
      ]}
    />
    <AccessList view={view} />
    <ExportLinks csvHref={accessHref(`${view.path}.csv`, view.query, { vor: undefined })} printHint />
  </Page>
);
