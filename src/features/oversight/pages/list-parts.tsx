/** What journal and access log have in common: whom and which days they are filtered by, and the way to older lines. */
import type { Child } from "hono/jsx";
import type { FormState } from "../../../kernel/form-state.ts";
import type { Day } from "../../../kernel/day.ts";
import { DateField, formatDay, SelectField } from "../../../ui/index.ts";

type Choice = { value: string; label: string };

type Asked = { wer?: string | undefined; von?: Day | undefined; bis?: Day | undefined };

/** A person of the address whom the authority does not know stays chosen. */
export function peopleOf(
  { wer }: Asked,
  officers: readonly { id: string; name: string }[],
  others: Choice[],
): Choice[] {
  const known = [...officers.map(({ id, name }) => ({ value: id, label: name })), ...others];
  return !wer || known.some(({ value }) => value === wer) ? known : [...known, { value: wer, label: "unbekannt" }];
}

/** One word for each filter that is set, under the name of its field. */
export const labelsOf = ({ wer, von, bis }: Asked, people: readonly Choice[]): Record<string, string> => ({
  ...(wer && { wer: people.find(({ value }) => value === wer)?.label ?? "unbekannt" }),
  ...(von && { von: `ab ${formatDay(von)}` }),
  ...(bis && { bis: `bis ${formatDay(bis)}` }),
});

export const PersonAndPeriod = ({ form, people }: { form: FormState; people: readonly Choice[] }) => (
  <>
    <SelectField name="wer" label="Wer" emptyLabel="alle" form={form} options={[...people]} />
    <DateField name="von" label="Von" hint="TT.MM.JJJJ" form={form} />
    <DateField name="bis" label="Bis" hint="TT.MM.JJJJ" form={form} />
  </>
);

export const CaseLink = ({ caseId }: { caseId: string | null }): Child =>
  caseId ? <a href={`/faelle/${caseId}`}>Fall</a> : "–";

type PagerProps = { newestHref: string | undefined; olderHref: string | undefined };

export const Pager = ({ newestHref, olderHref }: PagerProps) => (
  <p class="aw-pager">
    {newestHref ? <a href={newestHref}>‹ Neueste Einträge</a> : null}
    {olderHref ? (
      <a href={olderHref} rel="next">
        Ältere Einträge ›
      </a>
    ) : null}
  </p>
);
