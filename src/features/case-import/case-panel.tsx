/** On the case page: what the last table said and no legal event holds yet, so that nothing of the sheet is lost. */
import { dayInGermany } from "../../kernel/day.ts";
import { formatDay, LinkButton } from "../../ui/index.ts";
import type { CasePanel } from "../case/index.ts";
import { openFactsOf } from "./events-of-draft.ts";
import { lastDraftOf } from "./queries.ts";

export const importedPanel: CasePanel = {
  slot: "side",
  name: "tabelle",
  title: "Aus der Tabelle der Behörde",
  render: async (context, file) => {
    const last = await lastDraftOf(context, file.ownerId, file.id);
    if (!last) return <p>Dieser Fall kam nicht aus einer Tabelle.</p>;
    const { draft, at } = last;
    const facts = [
      ...openFactsOf(draft.legal),
      ...draft.hints,
      ...(draft.officer ? [`Sachbearbeitung laut Tabelle: ${draft.officer}`] : []),
      ...(draft.remark ? [`Bemerkung: ${draft.remark}`] : []),
    ];
    return (
      <>
        <p class="kern-body kern-body--small">Übernommen am {formatDay(dayInGermany(at))}</p>
        {facts.length === 0 ? (
          <p>Alle Angaben der Tabelle stehen in der Akte.</p>
        ) : (
          <>
            <p>Noch nicht als Rechtsereignis erfasst:</p>
            <ul>
              {facts.map((fact) => (
                <li>{fact}</li>
              ))}
            </ul>
            {context.actor.role === "caseworker" ? (
              <LinkButton href={`/faelle/${file.id}/ereignisse/neu`}>Ereignis erfassen</LinkButton>
            ) : null}
          </>
        )}
      </>
    );
  },
};
