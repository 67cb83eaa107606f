/** Kurzblick: the content of a request for police assistance, only the slice of the reader. */
import { DescriptionList, Disclosure, formatDay } from "../../ui/index.ts";
import type { Context } from "../../platform/context.ts";
import { contentFor, isOpen, type RequestType, type StoredRequest } from "../request/index.ts";
import { readContent, type SentFindings } from "./content.ts";
import { hazardSources, sourceLabels } from "./domain/hazard-assessment.ts";
import { contentRows } from "./pages/content-rows.tsx";
import { StatementView } from "./pages/statement-view.tsx";

type AnyType = RequestType<Record<string, unknown>>;

export function showContent(type: AnyType, { actor }: Context, request: StoredRequest) {
  if (!request.content)
    return (
      <p>
        {isOpen(request.state) ? "Für Ihre Rolle ist kein Inhalt bestimmt." : "Der Inhalt ist nicht mehr einsehbar."}
      </p>
    );
  const slice = contentFor(type, actor, request);
  const content = readContent(slice);
  // A slice without court orders has not left the question open: it does not speak of them.
  const rows = contentRows(content).filter(
    ({ topic }) => topic !== "courtOrders" || slice["courtOrders"] !== undefined,
  );
  return (
    <>
      <DescriptionList items={rows.map(({ term, value }) => ({ term, value }))} />
      {content.findings ? <Findings findings={content.findings} /> : null}
    </>
  );
}

const Findings = ({ findings }: { findings: SentFindings }) => {
  const statements = hazardSources.flatMap((source) => {
    const answer = findings.sources[source];
    return answer.result === "findings" ? answer.statements : [];
  });
  const facts = statements.filter(({ nature }) => nature === "fact").length;
  const measures = statements.flatMap(({ protectiveMeasure }) =>
    protectiveMeasure.kind === "planned" ? [protectiveMeasure.text] : [],
  );
  return (
    <>
      <DescriptionList
        items={[
          { term: "Schutzmaßnahmen", value: measures.length > 0 ? measures.join("; ") : "keine" },
          {
            term: "Erkenntnisse",
            value: `Tatsachen: ${facts}, Einschätzungen: ${statements.length - facts}; geprüft am ${formatDay(findings.finalisedOn)}`,
          },
        ]}
      />
      <Disclosure summary="Erkenntnisse der Gefährdungsbewertung lesen">
        {hazardSources.map((source) => {
          const answer = findings.sources[source];
          return (
            <>
              <h3 class="aw-h3">{sourceLabels[source]}</h3>
              {answer.result === "findings" ? (
                answer.statements.map((statement) => (
                  <StatementView statement={statement} author={statement.author || undefined} level={4} />
                ))
              ) : (
                <p>{answer.result === "noFindings" ? `keine Erkenntnisse (${answer.reference})` : "offen"}</p>
              )}
            </>
          );
        })}
      </Disclosure>
    </>
  );
};
