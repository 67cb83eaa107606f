/** Task list of a request for police assistance (screen 3): eight topics, each saved alone, and why it cannot be sent yet. */
import type { Frame } from "../../../kernel/frame.ts";
import {
  Alert,
  ButtonRow,
  checkSigns,
  Form,
  IdentityBar,
  LinkButton,
  Page,
  SubmitButton,
  TaskList,
} from "../../../ui/index.ts";
import type { Misaddressed } from "../addressee.ts";
import type { Missing } from "../domain/readiness.ts";
import type { Task } from "../domain/tasks.ts";
import { missingTexts, topicSlugs } from "../texts.ts";
import { WrongAddressee } from "./wrong-addressee.tsx";

export type TaskListView = {
  id: string;
  number: string;
  measureId: string;
  version: number;
  addressee: string;
  /** The plan has moved away from the addressee. */
  misaddressed: Misaddressed | undefined;
  reason: string;
  tasks: readonly Task[];
  missing: readonly Missing[];
};

export const topicHref = (
  { id, measureId }: Pick<TaskListView, "id" | "measureId">,
  topic: keyof typeof topicSlugs,
): string =>
  topic === "hazardAssessment"
    ? `/massnahmen/${measureId}/gefaehrdung`
    : `/ersuchen/${id}/aufgaben/${topicSlugs[topic]}`;

export const TaskListPage = ({ view, frame }: { view: TaskListView; frame: Frame | undefined }) => (
  <Page
    title="Vollzugshilfeersuchen"
    heading={`Vollzugshilfeersuchen ${view.number}`}
    frame={frame}
    breadcrumbs={[
      { href: "/ersuchen?ansicht=entwuerfe", label: "Ersuchen" },
      { href: `/massnahmen/${view.measureId}`, label: "Maßnahme" },
    ]}
    topics={[`request:${view.id}`, `measure:${view.measureId}`]}
    actions={<LinkButton href={`/ersuchen/${view.id}`}>Entwurf ansehen</LinkButton>}
    secret
  >
    <IdentityBar
      items={[<strong>Empfänger: {view.addressee}</strong>, ...(view.misaddressed ? [] : [`Warum? ${view.reason}`])]}
    />
    {view.misaddressed ? <OtherAddressee view={view} {...view.misaddressed} /> : null}
    <TaskList
      items={view.tasks.map(({ topic, title, mandatory, status }) => ({
        href: topicHref(view, topic),
        title,
        hint: mandatory ? "Pflicht" : undefined,
        status: checkSigns[status],
      }))}
    />
    {view.missing.length > 0 ? (
      <Alert kind="info" title="Absenden ist möglich, wenn die Pflichtaufgaben erledigt sind.">
        <ul>
          {view.missing.map((code) => (
            <li>{missingTexts[code].text}</li>
          ))}
        </ul>
      </Alert>
    ) : null}
    <ButtonRow>
      <LinkButton href={`/ersuchen/${view.id}/pruefen`} kind="primary">
        Prüfen & absenden
      </LinkButton>
      <LinkButton href={`/ersuchen/${view.id}/brief.pdf`}>Vorschau als Brief (PDF)</LinkButton>
      <LinkButton href={`/ersuchen/${view.id}/schritte/withdrawn`}>Entwurf zurückziehen</LinkButton>
    </ButtonRow>
  </Page>
);

const OtherAddressee = ({ view, text, to }: Misaddressed & { view: TaskListView }) => (
  <WrongAddressee text={text}>
    {to ? (
      <Form action={`/ersuchen/${view.id}/empfaenger`} version={view.version}>
        <SubmitButton>{`Entwurf richten an: ${to}`}</SubmitButton>
      </Form>
    ) : (
      <LinkButton href={`/massnahmen/${view.measureId}/planung`}>Planung ändern</LinkButton>
    )}
  </WrongAddressee>
);
