/** The case page and its tabs (Fallakte). What each shows comes from the registered panels. */
import { Hono } from "hono";
import { formatBirthDate } from "../../kernel/birth-date.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { notFound } from "../../platform/http/problem.ts";
import { caseListRoutes } from "./list/routes-list.tsx";
import { obstacleRoutes } from "./obstacles/routes-obstacles.tsx";
import { openOwnCase, shownPurpose } from "./open-case-page.ts";
import type { CasePanel } from "./panel.ts";
import { CasePage } from "./pages/case-page.tsx";
import { type CaseFile, findPerson, type Person } from "./queries.ts";
import { personRoutes } from "./routes-person.tsx";
import { purposeRoutes } from "./routes-purpose.tsx";
import { searchRoutes } from "./search/routes-search.tsx";

export type CaseDeps = { casePanels: readonly CasePanel[] };

export const caseRoutes = ({ casePanels }: CaseDeps) =>
  new Hono<AppEnv>()
    // Before `/faelle/:id`: their addresses look like one.
    .route("/", caseListRoutes())
    .route("/", personRoutes())
    .route("/", searchRoutes())
    .route("/", purposeRoutes())
    .route("/", obstacleRoutes())
    .get("/faelle/:id", allow("caseworker", "supervisor"), (c) => showCase(c, casePanels, undefined))
    .get("/faelle/:id/ansicht/:tab", allow("caseworker", "supervisor", "auditor"), (c) => {
      const tab = casePanels.find(({ slot, name }) => slot === "tab" && name === c.req.param("tab"));
      if (!tab) throw notFound();
      return showCase(c, casePanels, tab);
    });

async function showCase(c: Http, casePanels: readonly CasePanel[], tab: CasePanel | undefined) {
  const { context } = c.var;
  const file = await openOwnCase(c, tab ? `Fallakte: ${tab.title}` : "Fallakte");
  const person = await findPerson(context, file.id);
  const shown = tab ? [tab] : casePanels.filter(({ slot }) => slot !== "tab");
  const panels = [];
  for (const { slot, name, title, render } of shown)
    panels.push({ slot, name, title, content: await render(context, file, c.req.query()) });
  const href = `/faelle/${file.id}`;
  return c.html(
    <CasePage
      file={file}
      frame={await c.var.frame("/faelle")}
      identity={identityOf(file, person, await shownPurpose(c, file))}
      panels={panels}
      tab={tab && { title: tab.title, content: panels[0]?.content }}
      tabs={[
        { href, label: "Überblick", current: !tab },
        ...casePanels
          .filter(({ slot }) => slot === "tab")
          .map(({ name, title }) => ({ href: `${href}/ansicht/${name}`, label: title, current: name === tab?.name })),
      ]}
    />,
  );
}

function identityOf(file: CaseFile, person: Person | undefined, purpose: string) {
  const name = person ? [person.familyName, person.givenNames].filter(Boolean).join(", ") : "–";
  return [
    <strong>{name}</strong>,
    person?.birthDate ? `geb. ${formatBirthDate(person.birthDate)}` : "Geburtsdatum unbekannt",
    `Az. ${file.fileNumber}`,
    `Zuständig: ${file.responsibleOfficer?.name ?? "nicht zugewiesen"}`,
    `Zweck Ihres Zugriffs: ${purpose}`,
  ];
}
