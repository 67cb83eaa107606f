/** On the page of a measure: what ends first, and the way to the whole path. */
import { isBefore } from "../../kernel/day.ts";
import { Card, formatWeekday, LinkButton } from "../../ui/index.ts";
import type { MeasurePanel } from "../measure/index.ts";
import type { RequestTypes } from "../request/index.ts";
import { measurePath } from "./collect.ts";
import { restOf } from "./texts.ts";

export const pathPanel =
  (types: RequestTypes): MeasurePanel =>
  async (context, stored) => {
    const { path } = await measurePath(context, stored, types);
    const first = path.ok ? path.value.earliestExpiry : undefined;
    const early = path.ok ? path.value.tooEarly.length : 0;
    return (
      <Card title="Kritischer Pfad">
        <p>
          {first
            ? `${isBefore(first.until, context.today) ? "Schon abgelaufen" : "Als Erstes endet"}: ${first.title} am ${formatWeekday(first.until)} (${restOf(first.until, context.now)}).`
            : "Noch keine Uhr, die abläuft."}
        </p>
        {early > 0 ? (
          <p>
            <strong>{early === 1 ? "Eine Uhr endet" : `${early} Uhren enden`} vor dem geplanten Beginn.</strong>
          </p>
        ) : null}
        <LinkButton href={`/massnahmen/${stored.id}/kritischer-pfad`}>Kritischen Pfad öffnen</LinkButton>
      </Card>
    );
  };
