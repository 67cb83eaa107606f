/**
 * A form that was sent after the session had ended. Nothing was done with it; what was typed comes back in the page, to be
 * sent again after signing in beside it. The input is kept nowhere else, and whoever sends it again needs the right to.
 */
import type { Http } from "./platform/http/env.ts";
import { Alert, ButtonRow, Form, LinkButton, Page, SubmitButton } from "./ui/index.ts";

const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)/;
const returnedAtMost = 1024 * 1024;

type Sent = { fields: [name: string, text: string][]; files: string[] };

/** Undefined where the browser sent no form, or one that is too large to be sent back. */
async function sentForm({ req }: Http): Promise<Sent | undefined> {
  if (req.method !== "POST" || !formTypes.test(req.header("content-type") ?? "")) return undefined;
  if (Number(req.header("content-length") ?? 0) > returnedAtMost) return { fields: [], files: ["Datei"] };
  const sent: Sent = { fields: [], files: [] };
  for (const [name, value] of await req.formData()) {
    if (typeof value === "string") sent.fields.push([name, value]);
    else if (value.size > 0) sent.files.push(value.name);
  }
  return sent;
}

export async function answerEndedSession(c: Http): Promise<Response | undefined> {
  const sent = await sentForm(c).catch(() => undefined);
  if (!sent) return undefined;
  return c.html(<SessionEndedPage action={c.req.path} sent={sent} />, 401);
}

const SessionEndedPage = ({ action, sent: { fields, files } }: { action: string; sent: Sent }) => (
  <Page title="Sitzung abgelaufen" frame={undefined}>
    <Alert kind="warning" title="Ihre Sitzung ist abgelaufen. Es wurde nichts gespeichert.">
      <p class="kern-body">
        {fields.length > 0 ? "Ihre Eingaben sind noch da. " : ""}
        Melden Sie sich in einem zweiten Fenster an, kommen Sie hierher zurück und senden Sie noch einmal.
      </p>
      {files.length > 0 ? (
        <p class="kern-body">Dateien müssen Sie danach noch einmal auswählen: {files.join(", ")}</p>
      ) : null}
    </Alert>
    <Form action={action}>
      {fields.map(([name, text]) => (
        <input type="hidden" name={name} value={text} />
      ))}
      <ButtonRow>
        <a class="kern-btn kern-btn--secondary" href="/" target="_blank" rel="noopener">
          <span class="kern-label">Anmelden (neues Fenster)</span>
        </a>
        <SubmitButton>Noch einmal senden</SubmitButton>
      </ButtonRow>
    </Form>
    <LinkButton href="/">Zur Startseite, Eingaben verwerfen</LinkButton>
  </Page>
);
