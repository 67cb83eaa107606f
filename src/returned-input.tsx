/**
 * What was typed into a form that came to nothing, handed back in the answer and kept nowhere else. Whoever sends it again
 * needs the right to. Never for a form of another origin: our page would send a stranger's words as our own.
 */
import { isId } from "./kernel/id.ts";
import type { Http } from "./platform/http/env.ts";
import { Form, SubmitButton } from "./ui/index.ts";

const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)/;
const returnedAtMost = 1024 * 1024;

export type Sent = { fields: [name: string, text: string][]; files: string[] };

/** Undefined where the browser sent no form, or one that is too large to be sent back. */
export async function sentForm({ req }: Http): Promise<Sent | undefined> {
  if (req.method !== "POST" || !formTypes.test(req.header("content-type") ?? "")) return undefined;
  if (Number(req.header("content-length") ?? 0) > returnedAtMost) return { fields: [], files: ["Datei"] };
  const sent: Sent = { fields: [], files: [] };
  for (const [name, value] of await req.formData()) {
    if (typeof value === "string") sent.fields.push([name, value]);
    else if (value.size > 0) sent.files.push(value.name);
  }
  return sent;
}

/** Versions, ids and ticks are no input of which anything would be lost. */
const typedTexts = ({ fields }: Sent): string[] =>
  fields
    .filter(([name, text]) => name !== "version" && text.trim() !== "" && text !== "on" && !isId(text))
    .map(([, text]) => text);

/** The form, where people typed something into a page of ours. */
export async function typedForm(c: Http): Promise<Sent | undefined> {
  if (!c.var.isOwnOrigin) return undefined;
  // Before the session is known nothing has limited the body yet; browsers say how long theirs is.
  if (!c.var.signedIn && !c.req.header("content-length")) return undefined;
  const sent = await sentForm(c).catch(() => undefined);
  return sent && typedTexts(sent).length + sent.files.length > 0 ? sent : undefined;
}

/** The filter of a list stands in the address, and belongs to what is sent. */
const actionOf = ({ req }: Http): string => req.path + new URL(req.url).search;

type FormProps = { c: Http; sent: Sent; before?: { href: string; label: string } | undefined };

/** The same form once more, with what was typed in hidden fields; `before` opens beside it. */
export const SendAgain = ({ c, sent: { fields }, before }: FormProps) => (
  <Form action={actionOf(c)}>
    {fields.map(([name, text]) => (
      <input type="hidden" name={name} value={text} />
    ))}
    <div class="aw-buttons">
      {before ? (
        <a class="kern-btn kern-btn--secondary" href={before.href} target="_blank" rel="noopener">
          <span class="kern-label">{before.label} (neues Fenster)</span>
        </a>
      ) : null}
      <SubmitButton>Noch einmal senden</SubmitButton>
    </div>
  </Form>
);

export const LostFiles = ({ files }: Sent) =>
  files.length > 0 ? (
    <p class="kern-body">Dateien müssen Sie danach noch einmal auswählen: {files.join(", ")}</p>
  ) : null;

/** To be read and copied, where sending again may not help. */
export const TypedTexts = ({ sent }: { sent: Sent }) => {
  const texts = typedTexts(sent);
  return texts.length === 0 ? null : (
    <div class="kern-form-input">
      <p class="kern-label" id="eingaben-titel">
        Ihre Eingaben, zum Kopieren
      </p>
      <textarea
        class="kern-form-input__input aw-width-full"
        id="eingaben"
        aria-labelledby="eingaben-titel"
        readonly
        rows={Math.min(12, texts.join("\n").split("\n").length + 1)}
      >
        {`\n${texts.join("\n")}`}
      </textarea>
    </div>
  );
};
