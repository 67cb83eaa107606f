/** One deadline with its derivation line by line (Fristenblatt, screen 9), made for the file: prints on one sheet. */
import type { Child } from "hono/jsx";
import { day, dayInGermany } from "../../../kernel/day.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Card,
  Derivation,
  DescriptionList,
  formatDay,
  formatWeekday,
  LinkButton,
  Page,
  Status,
} from "../../../ui/index.ts";
import type { StoredDeadline, StoredStep } from "../queries.ts";
import { restShown, stateShown } from "../texts.ts";

type DetailProps = {
  caseId: string;
  fileNumber: string;
  deadline: StoredDeadline;
  calendar: string;
  now: Date;
  panel: Child;
  frame: Frame | undefined;
};

export const stepsOf = (steps: readonly StoredStep[]) =>
  steps.map(({ text, norm, day: iso }) => ({ text, norm, day: iso ? day(iso) : undefined }));

export const DetailPage = ({ caseId, fileNumber, deadline, calendar, now, panel, frame }: DetailProps) => {
  const { title, rule, legalEnd, planOn, details } = deadline;
  return (
    <Page
      title="Frist"
      heading={`${title}, Az. ${fileNumber}`}
      frame={frame}
      fileNumber={fileNumber}
      breadcrumbs={[
        { href: "/fristen", label: "Fristen" },
        { href: `/faelle/${caseId}/ansicht/fristen`, label: "Fristen des Falls" },
      ]}
      topics={[`case:${caseId}`]}
      actions={<LinkButton href={`/faelle/${caseId}`}>Zur Fallakte</LinkButton>}
    >
      <Card title="Ergebnis">
        <DescriptionList
          items={[
            {
              term: "Ende",
              value: `${formatWeekday(legalEnd)}, 24:00 Uhr (${restShown({ rule, end: legalEnd }, now)})`,
            },
            { term: "Geplant wird bis", value: formatWeekday(planOn) },
            {
              term: "Stand",
              value: <Status {...stateShown(details.state, { rule, end: planOn }, dayInGermany(now))} />,
            },
            { term: "Regel", value: `${rule}: ${title}` },
            { term: "Norm", value: `${details.norm.norm} (Fassung ${formatDay(day(details.norm.version))})` },
            { term: "Feiertage", value: calendar },
            { term: "Wenn die Frist endet", value: details.missed },
          ]}
        />
        {details.notes.map((note) => (
          <p>{note}</p>
        ))}
        {details.planned ? null : (
          <p>Das anwendbare Recht ist nicht geklärt. Geplant wird nach dem anderen, früheren Ergebnis.</p>
        )}
      </Card>
      <Card title="Rechenweg">
        <Derivation steps={stepsOf(details.steps)} />
      </Card>
      {panel}
    </Page>
  );
};
