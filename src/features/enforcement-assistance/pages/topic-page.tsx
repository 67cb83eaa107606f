/** One topic on its page: its fields, saved alone. Text modules are proposals, never answers. */
import type { FormState } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import { ButtonRow, ErrorSummary, Form, LinkButton, Page, SubmitButton } from "../../../ui/index.ts";
import type { FormTopic, TopicFacts } from "../topic-forms.ts";
import { topicSlugs } from "../texts.ts";
import { TopicFields } from "./topic-fields.tsx";

export type TopicPageProps = {
  id: string;
  number: string;
  version: number;
  topic: FormTopic;
  title: string;
  facts: TopicFacts;
  form: FormState;
  frame: Frame | undefined;
};

export const TopicPage = (props: TopicPageProps) => (
  <Page
    title={props.title}
    frame={props.frame}
    breadcrumbs={[
      { href: "/ersuchen", label: "Ersuchen" },
      { href: `/ersuchen/${props.id}/aufgaben`, label: `Aufgaben ${props.number}` },
    ]}
    errorCount={Object.keys(props.form.errors).length}
    secret
  >
    <ErrorSummary form={props.form} />
    <Form action={`/ersuchen/${props.id}/aufgaben/${topicSlugs[props.topic]}`} version={props.version}>
      <TopicFields {...props} />
      <ButtonRow>
        <SubmitButton>Speichern und weiter</SubmitButton>
        <LinkButton href={`/ersuchen/${props.id}/aufgaben`}>Zur Aufgabenliste</LinkButton>
      </ButtonRow>
    </Form>
  </Page>
);
