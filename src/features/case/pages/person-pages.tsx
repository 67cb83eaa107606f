/** Forms of a case that are not about law: open it, person, address, further names, who handles it. */
import type { Child } from "hono/jsx";
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  LinkButton,
  Page,
  SelectField,
  SubmitButton,
  TextField,
} from "../../../ui/index.ts";
import { AddressFields, type Nationality, PersonFields } from "../forms/person-fields.tsx";
import type { CaseFile, Person } from "../queries.ts";
import type { Address, Alias } from "../queries-person.ts";

type Common = { form: FormState; frame: Frame | undefined };
type OfCase = Common & { file: CaseFile };

type ShellProps = OfCase & { title: string; children: Child };

const Shell = ({ title, file, form, frame, children }: ShellProps) => (
  <Page
    title={title}
    frame={frame}
    breadcrumbs={[
      { href: "/faelle", label: "Fälle" },
      { href: `/faelle/${file.id}`, label: "Fallakte" },
    ]}
    errorCount={Object.keys(form.errors).length}
    fileNumber={file.fileNumber}
  >
    <ErrorSummary form={form} />
    {children}
  </Page>
);

const Buttons = ({ label, back }: { label: string; back: string }) => (
  <ButtonRow>
    <SubmitButton>{label}</SubmitButton>
    <LinkButton href={back}>Abbrechen</LinkButton>
  </ButtonRow>
);

type FamilyProps = { form: FormState; family?: string | undefined; language?: string | undefined };

const FamilyFields = ({ form, family, language }: FamilyProps) => (
  <>
    <TextField
      name="familyLabel"
      label="Familienverband"
      hint="Dieselbe Bezeichnung bei allen Angehörigen, zum Beispiel „FV 12“. Jede Person hat einen eigenen Fall."
      form={form}
      fallback={family}
      width="medium"
      spellcheck={false}
    />
    <TextField name="language" label="Sprache" form={form} fallback={language} width="medium" />
  </>
);

type OpenProps = Common & { newId: string; nationalities: readonly Nationality[] };

export const OpenCasePage = ({ newId, nationalities, form, frame }: OpenProps) => (
  <Page
    title="Fall anlegen"
    frame={frame}
    breadcrumbs={[{ href: "/faelle", label: "Fälle" }]}
    errorCount={Object.keys(form.errors).length}
  >
    <ErrorSummary form={form} title="Der Fall wurde nicht angelegt." />
    <p>Die rechtlichen Tatsachen erfassen Sie danach. Aus ihnen wird die Vollziehbarkeit abgeleitet.</p>
    <Form action="/faelle/neu">
      <HiddenField name="id" value={newId} />
      <TextField
        name="fileNumber"
        label="Aktenzeichen"
        hint="Wie in Ihrer Akte, zum Beispiel 31.30-0147."
        required
        form={form}
        width="medium"
        maxlength={50}
        spellcheck={false}
      />
      <Heading level={2}>Person</Heading>
      <PersonFields form={form} nationalities={nationalities} />
      <Heading level={2}>Anschrift</Heading>
      <AddressFields form={form} />
      <Heading level={2}>Familie und Verständigung</Heading>
      <FamilyFields form={form} />
      <Buttons label="Fall anlegen" back="/faelle" />
    </Form>
  </Page>
);

type PersonProps = OfCase & {
  known: Person | undefined;
  familyLabel: string | undefined;
  nationalities: readonly Nationality[];
};

export const PersonPage = ({ known, familyLabel, nationalities, ...shell }: PersonProps) => (
  <Shell title="Personendaten ändern" {...shell}>
    <p>
      Das Protokoll nennt die geänderten Felder, nicht ihren Inhalt. Weitere Schreibweisen gehören zu{" "}
      <a href={`/faelle/${shell.file.id}/namen`}>Weitere Namen</a>.
    </p>
    <Form action={`/faelle/${shell.file.id}/person`} version={shell.file.version}>
      <PersonFields form={shell.form} nationalities={nationalities} known={known} />
      <FamilyFields form={shell.form} family={familyLabel} language={shell.file.language ?? undefined} />
      <Buttons label="Personendaten speichern" back={`/faelle/${shell.file.id}`} />
    </Form>
  </Shell>
);

export const AddressPage = ({ known, ...shell }: OfCase & { known: Address | undefined }) => (
  <Shell title="Anschrift ändern" {...shell}>
    <p>Ist kein Aufenthalt bekannt, leeren Sie alle Felder.</p>
    <Form action={`/faelle/${shell.file.id}/anschrift`} version={shell.file.version}>
      <AddressFields form={shell.form} known={known} />
      <Buttons label="Anschrift speichern" back={`/faelle/${shell.file.id}`} />
    </Form>
  </Shell>
);

export const AliasPage = ({ aliases, ...shell }: OfCase & { aliases: readonly Alias[] }) => (
  <Shell title="Weitere Namen" {...shell}>
    {aliases.length === 0 ? (
      <p>Noch keine weiteren Schreibweisen oder Aliasnamen.</p>
    ) : (
      <ul>
        {aliases.map(({ name, source }) => (
          <li>
            {name} <span class="kern-body kern-body--small">Quelle: {source}</span>
          </li>
        ))}
      </ul>
    )}
    <Form action={`/faelle/${shell.file.id}/namen`} version={shell.file.version}>
      <TextField
        name="name"
        label="Weitere Schreibweise oder Aliasname"
        required
        form={shell.form}
        spellcheck={false}
      />
      <TextField
        name="source"
        label="Quelle"
        hint="Woher der Name bekannt ist, zum Beispiel „Reisepass, Bl. 12“."
        required
        form={shell.form}
      />
      <Buttons label="Namen hinzufügen" back={`/faelle/${shell.file.id}`} />
    </Form>
  </Shell>
);

type AssignProps = OfCase & { officers: readonly { id: string; name: string }[] };

export const AssignPage = ({ officers, ...shell }: AssignProps) => (
  <Shell title="Sachbearbeitung ändern" {...shell}>
    <Alert kind="info" title={`Bisher zuständig: ${shell.file.responsibleOfficer?.name ?? "niemand"}`}>
      <p>Wer nicht zuständig ist, gibt beim Öffnen des Falls den Zweck an.</p>
    </Alert>
    <Form action={`/faelle/${shell.file.id}/sachbearbeitung`} version={shell.file.version}>
      <SelectField
        name="officer"
        label="Neue Sachbearbeitung"
        required
        form={shell.form}
        options={officers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Buttons label="Fall übergeben" back={`/faelle/${shell.file.id}`} />
    </Form>
  </Shell>
);
