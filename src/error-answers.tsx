/** What a caller sees when something is refused or broken: a page in the browser, problem+json in the API. */
import { HTTPException } from "hono/http-exception";
import type { Http } from "./platform/http/env.ts";
import { HttpProblem, notFound, problemJson, SeeOther } from "./platform/http/problem.ts";
import { outageOf } from "./platform/database/outage.ts";
import { SendAgain, TypedTexts, typedForm } from "./returned-input.tsx";
import { answerAskedFirst, answerEndedSession } from "./session-ended.tsx";
import { Alert, LinkButton, Page } from "./ui/index.ts";

const drainedAtMost = 1024 * 1024 * 1024;
const drainMs = 120_000;

/**
 * For uploads past the limit of createApp. What the browser still sends is taken and thrown away: a line that is cut
 * while it sends shows "connection reset" instead of our words.
 */
export async function refuseLargeBody(c: Http): Promise<never> {
  const { body } = c.req.raw;
  if (body && !body.locked) await drain(body).catch(() => undefined);
  throw tooLarge();
}

async function drain(body: ReadableStream<Uint8Array>): Promise<void> {
  const until = Date.now() + drainMs;
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > drainedAtMost || Date.now() > until) return;
  }
}

const tooLarge = (): HttpProblem =>
  new HttpProblem(413, "Datei zu groß", "Die Eingabe ist größer als 25 MB. Bitte eine kleinere Datei wählen.");
const unexpected = (): HttpProblem =>
  new HttpProblem(500, "Fehler", "Das hat nicht geklappt. Es wurde nichts gespeichert. Bitte erneut versuchen.");

/** A zero byte in an address or a form, which no text of the database may hold. */
const unreadable = (): HttpProblem =>
  new HttpProblem(400, "Anfrage nicht lesbar", "Die Eingabe enthält ein Zeichen, das nicht erlaubt ist.");
const unreadableCodes = ["22021", "22P05"];

function problemOf(error: Error, c: Http): HttpProblem {
  // What the framework refuses by itself, such as a body of another type (415), in our words.
  if (error instanceof HTTPException)
    return new HttpProblem(error.status, "Anfrage nicht lesbar", "Der Inhalt hat ein anderes Format als beschrieben.");
  if (error instanceof HttpProblem) return error;
  // Database errors may quote values of persons; only the code goes to the log.
  const code = "code" in error ? String(error.code) : "";
  if (unreadableCodes.includes(code)) return unreadable();
  console.error(`Fehler ${c.var.requestId} ${c.req.method} ${c.req.routePath}: ${error.name} ${code}`);
  if (process.env["AMTSWEG_TRACE"]) console.error(error);
  return outageOf(error) ?? unexpected();
}

/** A form that is out of date stays so; after a fault or with another role it may go through. */
const isWorthTrying = ({ status }: HttpProblem): boolean => status === 403 || status >= 500;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export async function answerError(error: Error, c: Http): Promise<Response> {
  if (error instanceof SeeOther) return (await answerAskedFirst(c, error)) ?? c.redirect(error.location, 303);
  const problem = problemOf(error, c);
  if (c.req.path.startsWith("/api/"))
    return c.json(problemJson(problem, c.var.requestId), problem.status, {
      "content-type": "application/problem+json",
    });
  if (problem.status === 401 && c.req.method === "GET" && c.req.header("accept")?.includes("text/html"))
    return c.redirect(`/?weiter=${encodeURIComponent(c.req.path)}`, 303);
  if (problem.status === 401) {
    const ended = await answerEndedSession(c);
    if (ended) return ended;
  }
  const frame = await c.var.frame("").catch(() => undefined);
  const sent = problem.status === 413 ? undefined : await typedForm(c);
  return c.html(
    <Page title={capital(problem.title)} frame={frame}>
      <Alert kind={problem.status < 500 ? "warning" : "danger"} title={problem.message}>
        {problem.fields.map(({ message }) => (
          <p class="kern-body">{message}</p>
        ))}
        <p class="kern-body kern-body--small">Kennung {c.var.requestId}</p>
      </Alert>
      {sent ? <TypedTexts sent={sent} /> : null}
      {sent && isWorthTrying(problem) ? <SendAgain c={c} sent={sent} /> : null}
      {problem.status === 413 ? <LinkButton href={c.req.path}>Andere Datei wählen</LinkButton> : null}
      <LinkButton href="/">Zur Startseite</LinkButton>
    </Page>,
    problem.status,
  );
}

export const answerNotFound = (c: Http): Promise<Response> => answerError(notFound(), c);
