/** Screen 2 of the concept: case with identity bar, three machines, checks, next steps, course of events. */
import type { Settings } from "../../src/ui/index.ts";
import {
  Alert,
  BarChart,
  Card,
  checkSigns,
  Columns,
  Derivation,
  DescriptionList,
  Disclosure,
  IdentityBar,
  LinkButton,
  ListTabs,
  Money,
  Num,
  Page,
  Panel,
  Status,
  TaskList,
  Timeline,
} from "../../src/ui/index.ts";
import { day } from "../../src/kernel/day.ts";
import { frame } from "./frame.ts";

const Machines = () => (
  <Columns>
    <Card title="Ausreisepflicht">
      <Status sign="▲" text="vollziehbar" kind="warning" />
      <p>seit 14.10.2026</p>
      <Disclosure summary="Abgeleitet aus 4 Ereignissen" open>
        <Derivation
          steps={[
            { text: "Bescheid bekannt gegeben", day: day("2026-09-14") },
            { text: "Klagefrist: 2 Wochen", norm: "§ 74 Abs. 1 AsylG", day: day("2026-09-28") },
            { text: "Ausreisefrist abgelaufen", norm: "§ 59 Abs. 1 AufenthG", day: day("2026-10-14") },
          ]}
        />
      </Disclosure>
    </Card>
    <Card title="Hindernisse">
      <p>
        <Status {...checkSigns.blocked} /> Reisefähigkeit unbelegt
      </p>
      <p>
        <Status {...checkSigns.incomplete} /> Passersatz
      </p>
    </Card>
    <Card title="Maßnahme" actions={<LinkButton href="/m">Öffnen</LinkButton>}>
      <DescriptionList
        items={[
          { term: "Nummer", value: "M-2026-0412/2" },
          { term: "Stand", value: <Status sign="◑" text="in Prüfung" kind="info" /> },
          { term: "Kosten", value: <Money cents={125_000} /> },
          { term: "Strecke", value: <Num value={33_717} /> },
        ]}
      />
    </Card>
  </Columns>
);

const Checks = () => (
  <Card title="Prüfpunkte vor der Planung">
    <TaskList
      items={[
        { href: "/p/1", title: "Androhung zugestellt, Zielstaat genannt", status: checkSigns.done },
        {
          href: "/p/2",
          title: "Einvernehmen der Staatsanwaltschaft",
          hint: "Antwort fehlt",
          status: checkSigns.incomplete,
        },
        { href: "/p/3", title: "Kindeswohl", status: checkSigns.notStarted },
        { href: "/p/4", title: "Reisefähigkeit", hint: "Nachweis älter als die Grenze", status: checkSigns.blocked },
        { href: "/p/5", title: "Passersatz", status: checkSigns.seen },
        { title: "Gewahrsam", hint: "Nicht nötig, keine Haft.", status: checkSigns.notApplicable },
      ]}
    />
  </Card>
);

const Course = () => (
  <Card title="Verlauf (neueste zuerst)">
    <Timeline
      entries={[
        {
          at: new Date("2026-11-20T15:20:00Z"),
          title: "VG angerufen",
          actor: "A. Beispiel",
          mark: { sign: "▲", text: "nachgetragen", kind: "warning" },
        },
        {
          at: new Date("2026-11-19T08:05:00Z"),
          title: "Stopp-Signal",
          mark: { sign: "■", text: "Stopp", kind: "danger" },
        },
        { at: day("2026-11-18"), title: "Gutachten angefragt", text: "Frist für die Antwort: Mi 25.11.2026" },
      ]}
    />
  </Card>
);

const Load = () => (
  <Card title="Belegung">
    <BarChart
      title="Belegte Plätze je ZAB im Oktober 2026"
      unit="Plätze"
      data={[
        { label: "ZAB Unna", value: 412 },
        { label: "ZAB Bielefeld", value: 288 },
        { label: "ZAB Essen mit langem Namen zum Kürzen", value: 97 },
        { label: "ZAB Coesfeld", value: 2, suppressed: true },
      ]}
    />
  </Card>
);

export const caseFile = (settings?: Settings) => (
  <Page
    title="Fallakte"
    heading="Fallakte 31.30-0147"
    frame={frame("/faelle", settings, true)}
    breadcrumbs={[
      { href: "/arbeitsvorrat", label: "Arbeitsvorrat" },
      { href: "/faelle", label: "Fälle" },
    ]}
    secret
    fileNumber="31.30-0147"
    topics={["case:1"]}
    wide
  >
    <IdentityBar
      items={[
        "MUSTER, Țvetana (Suchform MUSTER TVETANA)",
        "geb. 04.03.1991",
        "Staat: Testland",
        "Familienverband 4 Personen, 2 Kinder (6 und 9 Jahre)",
        "Zuständig: ABH Musterstadt, A. Beispiel",
      ]}
      actions={
        <LinkButton href="/stopp" kind="danger">
          Stopp auslösen
        </LinkButton>
      }
    />
    <Alert kind="danger" title="Keine Planung möglich: Eilantrag anhängig (§ 34a Abs. 3 AsylG).">
      <p>Öffnet sich mit: Entscheidung des Gerichts.</p>
    </Alert>
    <ListTabs
      label="Teile der Fallakte"
      tabs={[
        { href: "#", label: "Überblick", current: true },
        { href: "#", label: "Prüfpunkte 17/30", current: false },
        { href: "#", label: "Fristen", current: false },
        { href: "#", label: "Ersuchen", count: 3, current: false },
        { href: "#", label: "Zugriffe", current: false },
      ]}
    />
    <Machines />
    <Columns layout="main-aside">
      <Checks />
      <Panel title="Nächste Schritte" level={2}>
        <Alert kind="success" title="Gutachten eingegangen" />
        <Alert kind="warning" title="Erneuter Versuch oder begründet absehen: noch 19 Tage" />
        <Alert kind="neutral" title="Angebot freiwillige Ausreise vom 12.09.2026, Beratung offen" />
        <Course />
      </Panel>
    </Columns>
    <Load />
  </Page>
);
