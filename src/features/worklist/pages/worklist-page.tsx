/** The work queue on the screen (screen 1): what is due and why. Offers no order but legal dates. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  EmptyState,
  formatDay,
  formatInstant,
  formatNumber,
  formatWeekday,
  LinkButton,
  ListTabs,
  Page,
} from "../../../ui/index.ts";
import type { Deputy } from "../../deputy/index.ts";
import { countedUpTo, type TabCounts, type TeamLine } from "../count-work.ts";
import { tabNames, tabs, workHref, type WorkQuery } from "../list-definition.ts";
import type { OtherAuthority } from "../other-authority.ts";
import type { SavedView } from "../queries.ts";
import type { WorkLine } from "../read-work.ts";
import { AbsentTable } from "./absent-table.tsx";
import { activeFilters, Filters } from "./filters.tsx";
import { SavedViews } from "./saved-views.tsx";
import { TeamTable } from "./team-table.tsx";
import { WorkTable } from "./work-table.tsx";

export type WorklistProps = {
  query: WorkQuery;
  lines: readonly WorkLine[];
  /** Undefined while the filter is too short to count by. */
  counts: TabCounts | undefined;
  team: readonly TeamLine[] | undefined;
  /** Who is away today; shown beside the team's work. */
  absent: readonly Deputy[];
  /** With whom requests are open: what the filter „Behörde“ offers. */
  others: readonly OtherAuthority[];
  next: string | undefined;
  /** Shown when nothing is due: what comes first after that. */
  upcoming: WorkLine | undefined;
  /** For whom the reader stands in today, and how much that is. */
  deputised: { deputies: readonly Deputy[]; count: number };
  /** What an act on the list has just done. */
  done: string | undefined;
  mayUndo: boolean;
  tooShort: boolean;
  views: readonly SavedView[];
  viewForm: FormState;
  mayOpen: boolean;
  now: Date;
  frame: Frame | undefined;
};

const Empty = ({ query, upcoming, others }: WorklistProps) => {
  if (activeFilters(query, others).some(({ label }) => label !== "Namen verdeckt"))
    return (
      <EmptyState
        title="Kein Treffer."
        action={<LinkButton href={workHref({ ansicht: query.ansicht })}>Alle Filter entfernen</LinkButton>}
      >
        <p>Keine Aufgabe passt zu allen Filtern. Entfernen Sie einzelne Filter oben.</p>
      </EmptyState>
    );
  const titles: Partial<Record<WorkQuery["ansicht"], string>> = {
    heute: "Heute nichts fällig.",
    neu: "Seit gestern ist nichts eingegangen.",
    wartet: "Zurzeit wartet nichts auf andere.",
    wiedervorlage: "Keine Wiedervorlage gesetzt.",
  };
  return (
    <EmptyState title={titles[query.ansicht] ?? "Nichts zu tun."}>
      <p>
        {upcoming?.due
          ? `Nächste Frist: ${upcoming.due instanceof Date ? formatInstant(upcoming.due) : formatWeekday(upcoming.due)} (${upcoming.name?.fileNumber ?? "–"}).`
          : "Es ist auch keine spätere Frist eingetragen."}
      </p>
    </EmptyState>
  );
};

/** „Sie vertreten B. Muster bis 27.11. – 5 Aufgaben dazu anzeigen“. */
const DeputyHint = ({ query, deputised: { deputies, count } }: WorklistProps) =>
  deputies.length === 0 ? null : (
    <Alert
      kind="info"
      title={`Sie vertreten ${deputies.map(({ absent, until }) => `${absent.name} bis ${formatDay(until)}`).join(" und ")}.`}
    >
      <p>
        {query.zustaendig === "vertretung" ? (
          <a href={workHref(query, { zustaendig: undefined, weiter: undefined })}>Wieder alle Aufgaben zeigen</a>
        ) : (
          <a href={workHref({ ansicht: "alle", namen: query.namen, zustaendig: "vertretung" })}>
            {count === 1 ? "1 Aufgabe" : `${shownCount(count)} Aufgaben`} dazu anzeigen
          </a>
        )}
      </p>
    </Alert>
  );

const shownCount = (count: number): string =>
  count > countedUpTo ? `mehr als ${formatNumber(countedUpTo)}` : formatNumber(count);

const Tabs = ({ query, counts }: WorklistProps) => (
  <ListTabs
    label="Ansichten des Arbeitsvorrats"
    tabs={tabNames.map((ansicht) => ({
      href: workHref(query, { ansicht, weiter: undefined }),
      label: tabs[ansicht],
      count:
        counts && (counts[ansicht] > countedUpTo ? `${formatNumber(countedUpTo)}+` : formatNumber(counts[ansicht])),
      current: ansicht === query.ansicht,
      hotkey: ansicht === "heute" ? "h" : undefined,
    }))}
  />
);

const Content = (props: WorklistProps) => {
  const { query, lines, next, now, team, absent, tooShort } = props;
  if (tooShort)
    return (
      <Alert kind="warning" title="Zu viele Fälle beginnen so.">
        <p>Bitte geben Sie mehr Zeichen des Aktenzeichens ein.</p>
      </Alert>
    );
  if (team)
    return (
      <>
        <TeamTable lines={team} query={query} now={now} />
        <AbsentTable absent={absent} />
      </>
    );
  return <WorkTable query={query} lines={lines} next={next} now={now} empty={<Empty {...props} />} />;
};

const Done = ({ done, mayUndo }: WorklistProps) =>
  done ? (
    <Alert kind="success" title={done}>
      {mayUndo ? (
        <ButtonRow>
          <LinkButton href="/arbeitsvorrat/rueckgaengig" hotkey="u">
            Rückgängig
          </LinkButton>
        </ButtonRow>
      ) : null}
    </Alert>
  ) : null;

const Actions = ({ mayOpen }: WorklistProps) => (
  <>
    <LinkButton href="/vertretung">Vertretung</LinkButton>
    {mayOpen ? (
      <LinkButton href="/faelle/neu" hotkey="n">
        Fall anlegen
      </LinkButton>
    ) : null}
  </>
);

export const WorklistPage = (props: WorklistProps) => (
  <Page
    title="Arbeitsvorrat"
    frame={props.frame}
    wide
    topics={["inbox"]}
    keepsPlace
    errorCount={Object.keys(props.viewForm.errors).length}
    actions={<Actions {...props} />}
  >
    <Done {...props} />
    <DeputyHint {...props} />
    <Tabs {...props} />
    <Filters query={props.query} others={props.others} />
    <Content {...props} />
    <p class="aw-note">
      Geordnet nur nach Fristen. Was keine Frist hat, steht hinter den Fristen von heute, in der Reihenfolge des
      Eingangs.
    </p>
    <SavedViews views={props.views} query={props.query} form={props.viewForm} />
  </Page>
);
