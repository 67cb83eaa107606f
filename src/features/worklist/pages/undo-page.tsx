/** What „Rückgängig“ takes back: the act, when it was, and on how many lines. */
import type { Frame } from "../../../kernel/frame.ts";
import { ButtonRow, EmptyState, Form, formatTime, LinkButton, Page, SubmitButton } from "../../../ui/index.ts";
import type { LastAct, Undoable } from "../last-act.ts";

const words: Record<LastAct["kind"], { one: string; many: string; back: string }> = {
  assigned: {
    one: "1 Fall zugewiesen",
    many: "Fälle zugewiesen",
    back: "Zuständig ist dann wieder, wer es vorher war. Fälle, die inzwischen jemand anders hat, bleiben, wo sie sind.",
  },
  resubmissionSet: {
    one: "1 Wiedervorlage gesetzt",
    many: "Wiedervorlagen gesetzt",
    back: "Die Wiedervorlage verschwindet aus dem Arbeitsvorrat.",
  },
  resubmissionClosed: {
    one: "1 Wiedervorlage erledigt",
    many: "Wiedervorlagen erledigt",
    back: "Die Wiedervorlage steht dann wieder im Arbeitsvorrat.",
  },
};

const Act = ({ act: { kind, entries }, at }: Undoable) => (
  <p>
    Um {formatTime(at)} Uhr: {entries.length === 1 ? words[kind].one : `${entries.length} ${words[kind].many}`}.{" "}
    {words[kind].back} Beides steht im Protokoll.
  </p>
);

type Props = { found: Undoable | undefined; action: string; frame: Frame | undefined };

export const UndoPage = ({ found, action, frame }: Props) => (
  <Page title="Rückgängig" frame={frame} breadcrumbs={[{ href: "/arbeitsvorrat", label: "Arbeitsvorrat" }]}>
    {found ? (
      <Form action={action}>
        <Act {...found} />
        <ButtonRow>
          <SubmitButton>Rückgängig machen</SubmitButton>
          <LinkButton href="/arbeitsvorrat">Abbrechen</LinkButton>
        </ButtonRow>
      </Form>
    ) : (
      <EmptyState
        title="Nichts rückgängig zu machen."
        action={<LinkButton href="/arbeitsvorrat">Zum Arbeitsvorrat</LinkButton>}
      >
        <p>
          Zuweisungen und Wiedervorlagen lassen sich zehn Minuten lang zurücknehmen. Rechtliche Vorgänge werden nicht
          zurückgenommen, sondern berichtigt.
        </p>
      </EmptyState>
    )}
  </Page>
);
