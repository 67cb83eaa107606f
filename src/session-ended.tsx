/**
 * A form that was sent after the session had ended, or before a question that comes first was answered. Nothing was done
 * with it; what was typed comes back in the page, to be sent again after the other page beside it.
 */
import type { Http } from "./platform/http/env.ts";
import type { SeeOther } from "./platform/http/problem.ts";
import { LostFiles, SendAgain, type Sent, sentForm, typedForm } from "./returned-input.tsx";
import { Alert, LinkButton, Page } from "./ui/index.ts";

export async function answerEndedSession(c: Http): Promise<Response | undefined> {
  const sent = await sentForm(c).catch(() => undefined);
  if (!sent) return undefined;
  return c.html(<SessionEndedPage c={c} sent={sent} />, 401);
}

type Props = { c: Http; sent: Sent };

const SessionEndedPage = ({ c, sent }: Props) => (
  <Page title="Sitzung abgelaufen" frame={undefined}>
    <Alert kind="warning" title="Ihre Sitzung ist abgelaufen. Es wurde nichts gespeichert.">
      <p class="kern-body">
        {sent.fields.length > 0 ? "Ihre Eingaben sind noch da. " : ""}
        Melden Sie sich in einem zweiten Fenster an, kommen Sie hierher zurück und senden Sie noch einmal.
      </p>
      <LostFiles {...sent} />
    </Alert>
    <SendAgain c={c} sent={sent} before={{ href: "/", label: "Anmelden" }} />
    <LinkButton href="/">Zur Startseite, Eingaben verwerfen</LinkButton>
  </Page>
);

/** Undefined where nothing was typed: then the reader simply goes to the other page. */
export async function answerAskedFirst(c: Http, { location }: SeeOther): Promise<Response | undefined> {
  const sent = await typedForm(c);
  if (!sent) return undefined;
  const page = (
    <Page title="Erst eine Frage beantworten" frame={await c.var.frame("").catch(() => undefined)}>
      <Alert kind="warning" title="Vorher ist eine Frage zu beantworten. Es wurde nichts gespeichert.">
        <p class="kern-body">
          Ihre Eingaben sind noch da. Beantworten Sie die Frage in einem zweiten Fenster, kommen Sie hierher zurück und
          senden Sie noch einmal.
        </p>
        <LostFiles {...sent} />
      </Alert>
      <SendAgain c={c} sent={sent} before={{ href: location, label: "Zur Frage" }} />
      <LinkButton href={location}>Zur Frage, Eingaben verwerfen</LinkButton>
    </Page>
  );
  return c.html(page, 428);
}
