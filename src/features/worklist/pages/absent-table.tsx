/** Who of the team is away today and who stands in until when: organisation, no comparison of people. */
import { Card, type Column, DataTable, EmptyState, formatWeekday, LinkButton } from "../../../ui/index.ts";
import type { Deputy } from "../../deputy/index.ts";

const columns: Column<Deputy>[] = [
  { key: "abwesend", label: "Abwesend", cell: ({ absent }) => absent.name },
  { key: "vertretung", label: "Vertretung", cell: ({ deputy }) => deputy.name },
  { key: "bis", label: "bis einschließlich", cell: ({ until }) => formatWeekday(until) },
];

export const AbsentTable = ({ absent }: { absent: readonly Deputy[] }) => (
  <Card title="Heute abwesend" actions={<LinkButton href="/vertretung">Abwesenheit eintragen</LinkButton>}>
    <DataTable
      caption="Heute abwesend und wer vertritt"
      captionHidden
      columns={columns}
      rows={absent}
      empty={<EmptyState title="Heute ist keine Abwesenheit eingetragen." />}
    />
  </Card>
);
