/** Before a draft is made: which police authority is asked and why, and which requests of the measure there are already. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import type { Result } from "../../../kernel/result.ts";
import {
  Alert,
  ButtonRow,
  Card,
  DescriptionList,
  Form,
  HiddenField,
  LinkButton,
  Page,
  SelectField,
  Status,
  SubmitButton,
} from "../../../ui/index.ts";
import { requestStatusLabels, type StoredRequest } from "../../request/index.ts";
import type { Addressee } from "../competence.ts";
import { type DraftRefusal, draftRefusalText } from "../draft-assistance.ts";

type NewProps = {
  measureId: string;
  measureNumber: string;
  newId: string;
  police: Result<Addressee, DraftRefusal>;
  earlier: readonly StoredRequest[];
  copyable: readonly StoredRequest[];
  error: string | undefined;
  form: FormState;
  frame: Frame | undefined;
};

export const NewAssistancePage = (props: NewProps) => (
  <Page
    title="Vollzugshilfe erbitten"
    frame={props.frame}
    breadcrumbs={[
      { href: "/faelle", label: "Fälle" },
      { href: `/massnahmen/${props.measureId}`, label: props.measureNumber },
    ]}
    errorCount={props.error ? 1 : 0}
    secret
  >
    {props.error && props.police.ok ? <Alert kind="danger" title={props.error} /> : null}
    <Earlier requests={props.earlier} />
    {props.police.ok ? (
      <Competent {...props} police={props.police.value} />
    ) : (
      <NotPossible measureId={props.measureId} refusal={props.police.refusal} />
    )}
  </Page>
);

const NotPossible = ({ measureId, refusal }: { measureId: string; refusal: DraftRefusal }) =>
  refusal.code === "measureEnded" ? (
    <Alert kind="warning" title="Für diese Maßnahme ist nichts mehr zu erbitten.">
      <p class="kern-body">{draftRefusalText(refusal)}</p>
      <LinkButton href={`/massnahmen/${measureId}`}>Zurück zur Maßnahme</LinkButton>
    </Alert>
  ) : (
    <Alert kind="warning" title="Keine zuständige Polizeibehörde bekannt.">
      <p class="kern-body">{draftRefusalText(refusal)}</p>
      <LinkButton href={`/massnahmen/${measureId}/planung`}>Zur Planung</LinkButton>
    </Alert>
  );

const Earlier = ({ requests }: { requests: readonly StoredRequest[] }) =>
  requests.length === 0 ? null : (
    <Card title="Ersuchen zu dieser Maßnahme">
      <ul class="aw-plain-list">
        {requests.map(({ id, number, state }) => (
          <li>
            <a href={state.status === "draft" ? `/ersuchen/${id}/aufgaben` : `/ersuchen/${id}`}>{number}</a>{" "}
            <Status sign="●" text={requestStatusLabels[state.status]} kind="info" />
          </li>
        ))}
      </ul>
    </Card>
  );

type CompetentProps = Pick<NewProps, "measureId" | "newId" | "copyable" | "form"> & { police: Addressee };

const Competent = ({ measureId, newId, police, copyable, form }: CompetentProps) => (
  <>
    <DescriptionList
      items={[
        { term: "Gemeinde des Einsatzortes", value: police.municipality },
        { term: "Zuständige Polizeibehörde", value: <strong>{police.name}</strong> },
        { term: "Warum?", value: police.reason },
        { term: "Norm", value: police.norm },
      ]}
    />
    <Form action={`/massnahmen/${measureId}/vollzugshilfe/neu`}>
      <HiddenField name="id" value={newId} />
      {copyable.length === 0 ? null : (
        <SelectField
          name="copyOf"
          label="Angaben eines früheren Versuchs übernehmen"
          hint="Nicht übernommen werden Zeit, Beschlüsse, Mitzeichnung und die Gefährdungsbewertung."
          emptyLabel="nein, leer beginnen"
          options={copyable.map(({ id, number }) => ({ value: id, label: number }))}
          form={form}
        />
      )}
      <ButtonRow>
        <SubmitButton>Entwurf anlegen</SubmitButton>
        <LinkButton href={`/massnahmen/${measureId}/planung`}>Anderer Einsatzort</LinkButton>
        <LinkButton href={`/massnahmen/${measureId}`}>Abbrechen</LinkButton>
      </ButtonRow>
    </Form>
  </>
);
