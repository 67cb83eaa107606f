/** Files of a request: attachments in and out, and the letter. Each download is noted with its purpose. */
import { Hono } from "hono";
import { z } from "zod";
import type { FormState } from "../../kernel/form-state.ts";
import { isId } from "../../kernel/id.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { choice, requiredText } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { HttpProblem, notFound } from "../../platform/http/problem.ts";
import {
  addAttachment,
  type AttachmentKind,
  attachmentKinds,
  readAttachment,
  removeAttachment,
} from "./attachments.ts";
import { isOpen } from "./domain/request.ts";
import { openOwnRequest, openRequest } from "./open-request.ts";
import { type RequestDeps, requestReaders } from "./routes.tsx";
import { showRequest } from "./show-request.tsx";

const kindNames = Object.keys(attachmentKinds) as [AttachmentKind, ...AttachmentKind[]];

const uploadForm = z.object({
  id: z.string().refine(isId, "Bitte die Seite neu laden."),
  kind: choice(kindNames, "Wählen Sie die Art der Anlage."),
  title: requiredText("Geben Sie eine Bezeichnung an.", 200),
  file: z.file("Wählen Sie eine Datei.").refine(({ size, name }) => size > 0 || name !== "", "Wählen Sie eine Datei."),
});

const officials = allow("caseworker", "supervisor");

export const requestFileRoutes = ({ requestTypes: types, demo }: RequestDeps) =>
  new Hono<AppEnv>()
    .post("/ersuchen/:id/anlagen", officials, async (c) => {
      const { stored } = await openOwnRequest(c, types, "Anlage hinzufügen");
      const form = await readForm(c, uploadForm);
      if (!form.ok) return showRequest(c, types, { attachment: chooseAgain(form.form) });
      const result = await addAttachment(c.var.context, { requestId: stored.id, ...form.value });
      if (result.ok) return c.redirect(`/ersuchen/${stored.id}#anlagen`, 303);
      return showRequest(c, types, { attachment: withError(form.form, "file", result.refusal) });
    })
    .post("/ersuchen/:id/anlagen/:file/entfernen", officials, async (c) => {
      const { stored } = await openOwnRequest(c, types, "Anlage entfernen");
      const result = await removeAttachment(c.var.context, stored.id, fileId(c));
      if (result.ok) return c.redirect(`/ersuchen/${stored.id}#anlagen`, 303);
      return showRequest(c, types, { error: result.refusal });
    })
    .get("/ersuchen/:id/anlagen/:file", requestReaders, async (c) => {
      const { stored, party } = await openRequest(c, types, "Anlage eines Ersuchens");
      const file = party === "mediator" ? undefined : await readAttachment(c.var.context, stored.id, fileId(c));
      if (!file) throw notFound();
      return c.body(new Uint8Array(file.content), 200, {
        "content-type": file.mediaType,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      });
    })
    .get("/ersuchen/:id/brief.pdf", requestReaders, async (c) => {
      const { stored, party, type } = await openRequest(c, types, "Brief zum Ersuchen");
      if (party === "mediator" || (party === "addressee" && !isOpen(stored.state))) throw notFound();
      const letter = await type.letter(c.var.context, stored, demo);
      if (!letter.ok) throw new HttpProblem(409, "Brief noch nicht möglich", letter.refusal);
      return c.body(new Uint8Array(letter.value), 200, {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="${stored.number}.pdf"`,
      });
    });

/** No page can put a chosen file back into its field. */
const chooseAgain = (form: FormState): FormState =>
  form.errors["file"] ? form : withError(form, "file", "Wählen Sie die Datei bitte noch einmal aus.");

function fileId(c: Http): string {
  const id = c.req.param("file") ?? "";
  if (!isId(id)) throw notFound();
  return id;
}
