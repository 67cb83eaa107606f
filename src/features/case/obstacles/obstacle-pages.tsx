/** Pages that open and close an obstacle. They name what it blocks, what ends it, and the norm. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  formatDay,
  LinkButton,
  Page,
  SelectField,
  SubmitButton,
  TextArea,
} from "../../../ui/index.ts";
import { obstacleDefinition, obstacleTypes, type ObstacleType } from "../domain/obstacle-type.ts";
import { suspensionReasons } from "../domain/suspension-reason.ts";
import type { CaseFile } from "../queries.ts";
import { codesFor } from "./change-obstacles.ts";
import type { StoredObstacle } from "./queries-obstacles.ts";

type Common = { file: CaseFile; frame: Frame | undefined };

const crumbs = ({ id }: CaseFile) => [
  { href: "/faelle", label: "Fälle" },
  { href: `/faelle/${id}`, label: "Fallakte" },
];

type KindProps = Common & { taken: ReadonlySet<ObstacleType> };

/** A kind is open only once: what is open already is named, not offered. */
export const ObstacleKindPage = ({ file, taken, frame }: KindProps) => (
  <Page title="Hindernis erfassen" frame={frame} breadcrumbs={crumbs(file)} fileNumber={file.fileNumber}>
    <p>Was steht einer Rückführung entgegen? Ein Hindernis bleibt offen, bis jemand es mit Begründung schließt.</p>
    <ul class="aw-link-list">
      {(Object.keys(obstacleTypes) as ObstacleType[]).map((type) => (
        <li>
          {taken.has(type) ? (
            `${obstacleDefinition(type).label} (schon offen)`
          ) : (
            <a href={`/faelle/${file.id}/hindernisse/neu?art=${type}`}>{obstacleDefinition(type).label}</a>
          )}
          <span class="kern-body kern-body--small"> {obstacleDefinition(type).norm.norm}</span>
        </li>
      ))}
    </ul>
  </Page>
);

const effects = {
  yes: "Solange es offen ist, darf keine Maßnahme geplant oder vollzogen werden.",
  policy: "Es hält jede Maßnahme an, solange Ihre Behörde nichts anderes festgelegt hat.",
  no: "Es hält eine Maßnahme nicht an.",
} as const;

const About = ({ type }: { type: ObstacleType }) => {
  const { blocking, condition, endsBy, norm } = obstacleDefinition(type);
  return (
    <Alert kind="info" title={`Rechtsgrundlage: ${norm.norm}`}>
      <p>{effects[blocking]}</p>
      {condition ? <p>{`Gilt: ${condition}.`}</p> : null}
      <p>{`Endet mit: ${endsBy}.`}</p>
    </Alert>
  );
};

export const OpenObstaclePage = ({ file, type, form, frame }: Common & { type: ObstacleType; form: FormState }) => {
  const codes = codesFor(type);
  return (
    <Page
      title="Hindernis erfassen"
      heading={obstacleDefinition(type).label}
      frame={frame}
      breadcrumbs={crumbs(file)}
      errorCount={Object.keys(form.errors).length}
      fileNumber={file.fileNumber}
    >
      <ErrorSummary form={form} title="Das Hindernis wurde nicht gespeichert." />
      <About type={type} />
      <Form action={`/faelle/${file.id}/hindernisse/neu/${type}`} version={file.version}>
        <DateField name="on" label="Besteht seit" required form={form} />
        <TextArea
          name="text"
          label="Begründung"
          hint="Woraus ergibt sich das Hindernis? Keine Diagnosen; der Verweis auf das Aktenblatt genügt."
          required
          form={form}
        />
        {codes.length > 0 ? (
          <SelectField
            name="reason"
            label="Duldungsgrund im Ausländerzentralregister"
            form={form}
            fallback={codes.length === 1 ? codes[0] : undefined}
            options={codes.map((code) => ({ value: code, label: `${code}: ${suspensionReasons[code].label}` }))}
          />
        ) : null}
        <DateField name="reviewOn" label="Erneut prüfen am" form={form} />
        <ButtonRow>
          <SubmitButton>Hindernis speichern</SubmitButton>
          <LinkButton href={`/faelle/${file.id}`}>Abbrechen</LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
};

export const CloseObstaclePage = ({
  file,
  stored,
  form,
  frame,
}: Common & { stored: StoredObstacle; form: FormState }) => {
  const { type, openedOn, reason } = stored.obstacle;
  return (
    <Page
      title="Hindernis schließen"
      heading={`Hindernis schließen: ${obstacleDefinition(type).label}`}
      frame={frame}
      breadcrumbs={crumbs(file)}
      errorCount={Object.keys(form.errors).length}
      fileNumber={file.fileNumber}
    >
      <ErrorSummary form={form} title="Das Hindernis wurde nicht geschlossen." />
      <p>{`Offen seit ${formatDay(openedOn)}: ${reason}`}</p>
      <About type={type} />
      <Form action={`/faelle/${file.id}/hindernisse/${stored.id}/schliessen`} version={file.version}>
        <DateField name="on" label="Weggefallen am" required form={form} />
        <TextArea
          name="text"
          label="Begründung"
          hint="Wodurch ist das Hindernis weggefallen? Keine Diagnosen."
          required
          form={form}
        />
        <ButtonRow>
          <SubmitButton>Hindernis schließen</SubmitButton>
          <LinkButton href={`/faelle/${file.id}`}>Abbrechen</LinkButton>
        </ButtonRow>
      </Form>
    </Page>
  );
};
