/**
 * The whole HTML document of a page. Never puts personal data into the title: tab, history and window lists show it.
 */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { assetUrl } from "./assets.ts";
import type { Frame } from "./frame.ts";
import { AlertBands, PageFooter, PrintHead, SideNavigation, StopBands } from "./page-frame.tsx";
import { PageHeader, SkipLinks } from "./page-header.tsx";

export type PageProps = {
  /** Neutral, for example "Vollzugshilfeersuchen"; shown as H1 and in the tab. */
  title: string;
  /** Where the H1 must say more than the tab may (file number, short name). */
  heading?: Child;
  /** Undefined as long as nobody is signed in. */
  frame: Frame | undefined;
  breadcrumbs?: readonly { href: string; label: string }[] | undefined;
  actions?: Child;
  /** The page shows dates or the course of a measure: mark „Geheim: § 97a AufenthG“. */
  secret?: boolean | undefined;
  /** Topics that make the main region ask for itself again, for example `request:ID`; `inbox` for the own inbox. */
  topics?: readonly string[] | undefined;
  /** A list in which people work: new lines are offered („3 neue Einträge – einblenden“), the list never jumps. */
  keepsPlace?: boolean | undefined;
  errorCount?: number | undefined;
  /** Work screens with boards and two columns use the full width. */
  wide?: boolean | undefined;
  /** Stands on every printed page. */
  fileNumber?: string | undefined;
  children: Child;
};

const Breadcrumbs = ({ items }: { items: readonly { href: string; label: string }[] }) => (
  <nav class="aw-breadcrumbs" aria-label="Brotkrumen">
    <ol>
      {items.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
);

const SecretMark = () => (
  <p class="aw-secret">
    <span class="aw-sign" aria-hidden="true">
      ◆
    </span>
    Geheim: § 97a AufenthG
  </p>
);

const Main = ({ title, heading, breadcrumbs, actions, secret, children }: PageProps) => (
  <>
    {breadcrumbs && breadcrumbs.length > 0 ? <Breadcrumbs items={breadcrumbs} /> : null}
    {secret ? <SecretMark /> : null}
    <div class="aw-title">
      <h1 tabindex={-1} id="seitentitel">
        {heading ?? title}
      </h1>
      {actions ? <div class="aw-buttons">{actions}</div> : null}
    </div>
    {children}
  </>
);

export const Page = (props: PageProps) => {
  const { title, frame, topics, keepsPlace, errorCount = 0, wide, secret, fileNumber } = props;
  const settings = frame?.settings;
  return (
    <>
      {raw("<!doctype html>")}
      <html
        lang="de"
        data-kern-theme={settings?.theme}
        data-density={settings?.density ?? "comfortable"}
        data-single-keys={settings?.singleKeys ?? "lists"}
        data-session-ends={frame?.sessionEnds?.toISOString()}
      >
        <head>
          <meta charset="utf-8" />
          <title>{`${errorCount > 0 ? "Fehler: " : ""}${title} – Amtsweg`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content={settings?.theme ?? "light dark"} />
          <link rel="icon" href={assetUrl("icon.svg")} type="image/svg+xml" />
          <link rel="stylesheet" href={assetUrl("app.css")} />
          <script type="module" src={assetUrl("main.js")} />
        </head>
        <body class={frame ? "aw-body" : "aw-body aw-body--signed-out"}>
          <SkipLinks signedIn={frame !== undefined} />
          <PageHeader frame={frame} />
          {frame ? <SideNavigation items={frame.nav} /> : null}
          <div class={wide ? "aw-content aw-content--wide" : "aw-content"}>
            {frame ? <PrintHead frame={frame} fileNumber={fileNumber} secret={secret} /> : null}
            <StopBands bands={frame?.stopBands ?? []} />
            <AlertBands bands={frame?.alertBands} more={frame?.moreAlerts} />
            <main id="inhalt" class="aw-main" tabindex={-1}>
              {frame ? (
                <amtsweg-live topics={(topics ?? []).join(",")} data-keeps-place={keepsPlace ? "" : undefined}>
                  <Main {...props} />
                </amtsweg-live>
              ) : (
                <Main {...props} />
              )}
            </main>
          </div>
          <PageFooter version={frame?.version} />
        </body>
      </html>
    </>
  );
};
