/** What changed about the deadlines of a case: "war 02.11., ist jetzt 04.11., weil …". Unread ones on top, with one step to say so. */
import { Card, type Column, DataTable, Disclosure, Form, formatInstant, SubmitButton } from "../../../ui/index.ts";
import type { KeptChange } from "../changes.ts";

type ChangesProps = { caseId: string; changes: readonly KeptChange[] };

export const ChangesCard = ({ caseId, changes }: ChangesProps) => {
  if (changes.length === 0) return null;
  const unread = changes.filter(({ open }) => open);
  return (
    <>
      {unread.length > 0 ? (
        <Card title="Geänderte Fristen, nicht gelesen">
          <DataTable
            caption="Geänderte Fristen, nicht gelesen"
            captionHidden
            columns={[...columns(caseId), readColumn(caseId)]}
            rows={unread}
            empty="–"
          />
        </Card>
      ) : null}
      <Disclosure summary={`Änderungen der Fristen (${changes.length})`}>
        <DataTable caption="Änderungen der Fristen" captionHidden columns={columns(caseId)} rows={changes} empty="–" />
      </Disclosure>
    </>
  );
};

const columns = (caseId: string): Column<KeptChange>[] => [
  { key: "frist", label: "Frist", cell: ({ title }) => title },
  { key: "aenderung", label: "Änderung", cell: ({ text }) => text },
  {
    key: "anlass",
    label: "Anlass",
    cell: ({ eventId }) =>
      eventId ? (
        <a href={`/faelle/${caseId}/ereignisse/${eventId}`}>Ereignis ansehen</a>
      ) : (
        "Regeln oder Feiertage erneuert"
      ),
  },
  {
    key: "wann",
    label: "Erfasst",
    cell: ({ changedAt, changedBy }) => [formatInstant(changedAt), changedBy ?? "System"].join(", "),
  },
];

const readColumn = (caseId: string): Column<KeptChange> => ({
  key: "gelesen",
  label: "Gelesen",
  cell: ({ id, title }) => (
    <Form action={`/faelle/${caseId}/fristaenderungen/${id}/gesehen`} inline>
      <SubmitButton kind="secondary">
        Gelesen<span class="kern-sr-only">: {title}</span>
      </SubmitButton>
    </Form>
  ),
});
