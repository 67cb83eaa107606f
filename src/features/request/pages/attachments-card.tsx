/** Files of a request: download for both sides while it is open, adding and (in a draft) removing for the owner. */
import type { FormState } from "../../../kernel/form-state.ts";
import { uploadLimits } from "../../../platform/documents/upload-check.ts";
import {
  ButtonRow,
  Card,
  ErrorSummary,
  FileField,
  Form,
  formatInstant,
  formatSize,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "../../../ui/index.ts";
import { type Attachment, attachmentKinds, isScanning } from "../attachments.ts";

type FileProps = { requestId: string; file: Attachment; removable: boolean };

const FileLine = ({ requestId, file, removable }: FileProps) => (
  <li>
    <a href={`/ersuchen/${requestId}/anlagen/${file.id}`} download="">
      {file.title}
    </a>{" "}
    ({attachmentKinds[file.kind]}, {formatSize(file.size)}, {formatInstant(file.addedAt)})
    <p class="kern-body kern-body--small aw-break">
      {file.scanned ? "Auf Schadsoftware geprüft, ohne Fund. " : "Nicht auf Schadsoftware geprüft. "}
      SHA-256 {file.sha256}
    </p>
    {removable ? (
      <Form action={`/ersuchen/${requestId}/anlagen/${file.id}/entfernen`} inline>
        <SubmitButton kind="secondary">
          Entfernen<span class="kern-sr-only">: {file.title}</span>
        </SubmitButton>
      </Form>
    ) : null}
  </li>
);

type AttachmentsProps = {
  requestId: string;
  files: readonly Attachment[];
  /** Undefined: the reader may not add files. */
  upload: { newId: string; form: FormState; isDraft: boolean } | undefined;
};

export const AttachmentsCard = ({ requestId, files, upload }: AttachmentsProps) => (
  <Card title="Anlagen" id="anlagen">
    {files.length === 0 ? <p>Keine Anlagen.</p> : null}
    <ul class="aw-plain-list">
      {files.map((file) => (
        <FileLine requestId={requestId} file={file} removable={upload?.isDraft ?? false} />
      ))}
    </ul>
    {upload ? <UploadForm requestId={requestId} newId={upload.newId} form={upload.form} /> : null}
  </Card>
);

const UploadForm = ({ requestId, newId, form }: { requestId: string; newId: string; form: FormState }) => (
  <details class="aw-disclosure" open={Object.keys(form.errors).length > 0}>
    <summary>Anlage hinzufügen</summary>
    <div class="aw-disclosure__body">
      <ErrorSummary form={form} title="Die Anlage wurde nicht gespeichert." />
      <Form action={`/ersuchen/${requestId}/anlagen`} multipart>
        <HiddenField name="id" value={newId} />
        <SelectField
          name="kind"
          label="Art der Anlage"
          required
          form={form}
          options={Object.entries(attachmentKinds).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          name="title"
          label="Bezeichnung ohne Namen der Person"
          hint="Zum Beispiel: Durchsuchungsbeschluss vom 19.11.2026"
          required
          maxlength={200}
          form={form}
        />
        <FileField
          name="file"
          label="Datei"
          hint={`PDF, PNG oder JPEG, höchstens 20 MiB. ${isScanning ? "" : "Ein Virenscanner ist nicht eingerichtet."}`.trim()}
          accept=".pdf,.png,.jpg,.jpeg"
          maxBytes={uploadLimits.maxBytes}
          required
          form={form}
        />
        <ButtonRow>
          <SubmitButton kind="secondary">Anlage speichern</SubmitButton>
        </ButtonRow>
      </Form>
    </div>
  </details>
);
