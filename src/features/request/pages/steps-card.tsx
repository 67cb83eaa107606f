/** What the reader's side may do now. Binding steps lead to a page of their own; nothing binding is one key away. */
import { Card, Form, LinkButton, SubmitButton } from "../../../ui/index.ts";
import { oneClickSteps } from "../possible-steps.ts";
import type { RequestView } from "../request-view.ts";
import { stepLabels } from "../texts.ts";

export const StepsCard = ({ view }: { view: RequestView }) => {
  const { stored, steps, stages, party } = view;
  const canMediate = party === "mediator" && stored.state.status === "mediation";
  if (steps.length + stages.length === 0 && !canMediate) return null;
  return (
    <Card title="Mögliche Schritte">
      {party === "addressee" && view.type.reviewScope ? (
        <p class="kern-body kern-body--small">{view.type.reviewScope}</p>
      ) : null}
      <ul class="aw-plain-list">
        {steps.map((step) => (
          <li>
            {oneClickSteps.includes(step) ? (
              <OneClick action={`/ersuchen/${stored.id}/schritte/${step}`} version={stored.version}>
                {stepLabels[step]}
              </OneClick>
            ) : (
              <LinkButton href={stepHref(view, step)} hotkey={hotkeys[step]}>
                {stepLabels[step]}
              </LinkButton>
            )}
          </li>
        ))}
        {stages.map(({ name, label }) => (
          <li>
            <OneClick action={`/ersuchen/${stored.id}/zwischenstand/${name}`} version={stored.version}>
              {label}
            </OneClick>
          </li>
        ))}
        {canMediate ? (
          <li>
            <LinkButton href={`/ersuchen/${stored.id}/vermittlung`}>Ergebnis der Vermittlung festhalten</LinkButton>
          </li>
        ) : null}
      </ul>
    </Card>
  );
};

/** Only keys that open a page. */
const hotkeys: Partial<Record<string, string>> = { questionAsked: "r" };

const stepHref = ({ stored, type }: RequestView, step: keyof typeof stepLabels): string =>
  `/ersuchen/${stored.id}/${type.ownSteps[step] ?? `schritte/${step}`}`;

const OneClick = ({ action, version, children }: { action: string; version: number; children: string }) => (
  <Form action={action} version={version} inline>
    <SubmitButton kind="secondary">{children}</SubmitButton>
  </Form>
);
