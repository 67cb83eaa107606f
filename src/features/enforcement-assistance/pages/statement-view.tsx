/** One statement in words: fact or assessment, where it comes from, what follows. No figure, no level, no colour. */
import { DescriptionList, formatDay, Panel } from "../../../ui/index.ts";
import { concernLabels, type HazardStatement, natureLabels, reliabilityLabels } from "../domain/hazard-statement.ts";

type StatementProps = { statement: Omit<HazardStatement, "author">; author?: string | undefined; level?: 3 | 4 };

export const StatementView = ({ statement, author, level = 3 }: StatementProps) => (
  <Panel title={natureLabels[statement.nature]} level={level}>
    <p>{statement.text}</p>
    <DescriptionList
      items={[
        { term: "Quelle und Tag", value: `${statement.origin}, ${formatDay(statement.dated)}` },
        { term: "Verlässlichkeit", value: reliabilityLabels[statement.reliability] },
        { term: "Wichtig für", value: statement.concerns.map((concern) => concernLabels[concern]).join(", ") },
        {
          term: "Schutzmaßnahme",
          value:
            statement.protectiveMeasure.kind === "planned"
              ? statement.protectiveMeasure.text
              : `keine: ${statement.protectiveMeasure.reason}`,
        },
        {
          term: "Äußerung der Person",
          value:
            statement.personsRemark.kind === "heard"
              ? statement.personsRemark.text
              : `keine: ${statement.personsRemark.reason}`,
        },
        { term: "Weitergabe nach", value: statement.legalBasis },
        { term: "Gilt bis", value: formatDay(statement.expiresOn) },
        ...(author ? [{ term: "Verfasst von", value: author }] : []),
      ]}
    />
  </Panel>
);
