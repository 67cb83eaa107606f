/** How far a running step is. Follows by itself where scripts run; otherwise by a link. */
import { Alert, ButtonRow, Form, formatNumber, LinkButton, SubmitButton } from "../../../ui/index.ts";
import type { Batch, Counts } from "../batch.ts";

export const Progress = ({ batch, counts }: { batch: Batch; counts: Counts }) => {
  const judging = batch.status === "judging";
  const done = judging ? batch.judgedCount : batch.appliedCount;
  const all = judging ? batch.rowCount : batch.appliedCount + counts.open;
  const title = judging ? "Zeilen werden geprüft" : "Zeilen werden übernommen";
  return (
    <Alert kind="info" title={title}>
      <p class="kern-body" id="fortschritt">
        {formatNumber(done)} von {formatNumber(all)} Zeilen
      </p>
      <progress class="aw-progress" max={all} value={done} aria-labelledby="fortschritt">
        {formatNumber(done)}
      </progress>
      <p class="kern-body">
        Sie können die Seite verlassen. Nach einer Unterbrechung des Servers geht es nach einigen Sekunden von selbst
        weiter; nichts wird doppelt übernommen. Steht es länger als eine Minute still, wählen Sie „Fortsetzen“.
      </p>
      <ButtonRow>
        <LinkButton href={`/import/${batch.id}`}>Aktualisieren</LinkButton>
        <Form action={`/import/${batch.id}/fortsetzen`} inline>
          <SubmitButton kind="secondary">Fortsetzen</SubmitButton>
        </Form>
      </ButtonRow>
    </Alert>
  );
};
