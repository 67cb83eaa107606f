/** What for? Before a list of cases leaves the program as a file, the supervisor says it; the access log keeps it. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import { ButtonRow, ErrorSummary, Form, LinkButton, Page, SubmitButton, TextField } from "../../../ui/index.ts";
import { listHref, type ListQuery } from "./list-definition.ts";

type Props = { query: ListQuery; form: FormState; frame: Frame | undefined };

export const ExportPage = ({ query, form, frame }: Props) => (
  <Page
    title="Fallliste ausgeben"
    frame={frame}
    breadcrumbs={[{ href: listHref(query), label: "Fälle" }]}
    errorCount={Object.keys(form.errors).length}
  >
    <ErrorSummary form={form} title="Die Liste wurde nicht ausgegeben." />
    <p>
      Die Datei enthält Aktenzeichen, Stand, Fristen, Zahl der Hindernisse, Gemeinde und Sachbearbeitung, aber keine
      Namen und keine Angaben zur Person. Sie gilt so gefiltert, wie die Liste gerade steht.
    </p>
    <Form action={listHref(query, {}, "/faelle/liste/ausgeben")}>
      <TextField
        name="purpose"
        label="Wozu brauchen Sie die Liste?"
        hint="Steht im Zugriffsprotokoll (§ 76 BDSG). Ohne Angaben zu Personen, höchstens 200 Zeichen."
        required
        form={form}
        maxlength={200}
      />
      <ButtonRow>
        <SubmitButton>Als CSV-Datei ausgeben</SubmitButton>
        <LinkButton href={listHref(query)}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);
