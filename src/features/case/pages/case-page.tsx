/** The case page (Fallakte, screen 2): identity bar, the three machines apart, next steps, timeline, tabs. */
import type { Child } from "hono/jsx";
import type { Frame } from "../../../kernel/frame.ts";
import { Card, Columns, IdentityBar, LinkButton, ListTabs, Page } from "../../../ui/index.ts";
import type { CaseFile } from "../queries.ts";

export type RenderedPanel = { slot: string; name: string; title: string; content: Child };

export type CasePageProps = {
  file: CaseFile;
  frame: Frame | undefined;
  identity: readonly Child[];
  panels: RenderedPanel[];
  tabs: { href: string; label: string; current: boolean }[];
  /** Content of a tab; without it the overview. */
  tab?: { title: string; content: Child } | undefined;
};

const bySlot = (panels: RenderedPanel[], slot: string): Child[] =>
  panels
    .filter((panel) => panel.slot === slot)
    .map(({ name, title, content }) => (
      <Card title={title} id={name}>
        {content}
      </Card>
    ));

export const CasePage = ({ file, frame, identity, panels, tabs, tab }: CasePageProps) => (
  <Page
    title={tab ? tab.title : "Fallakte"}
    frame={frame}
    breadcrumbs={[{ href: "/faelle", label: "Fälle" }]}
    topics={[`case:${file.id}`]}
    secret
    fileNumber={file.fileNumber}
    wide
    actions={<LinkButton href={`/faelle/${file.id}/stopp`}>■ Stopp</LinkButton>}
  >
    <IdentityBar items={identity} />
    <ListTabs tabs={tabs} label="Ansichten des Falls" />
    {tab ? tab.content : <Overview panels={panels} />}
  </Page>
);

const Overview = ({ panels }: { panels: RenderedPanel[] }) => (
  <>
    <Columns>{bySlot(panels, "standing")}</Columns>
    <Columns layout="main-aside">
      <div>{bySlot(panels, "main")}</div>
      <div>{bySlot(panels, "side")}</div>
    </Columns>
  </>
);
