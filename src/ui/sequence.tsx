/** Blocks with an order: course of events, tasks, derivation of a day, steps of a form. */
import type { Child } from "hono/jsx";
import type { Day } from "../kernel/day.ts";
import { formatInstant, formatWeekday } from "./format.ts";
import { Status, type StatusProps } from "./status.tsx";

type TimelineEntry = {
  /** When it happened; text where only a day or nothing exact is known. */
  at: Date | Day | string;
  title: Child;
  text?: Child;
  actor?: string | undefined;
  /** For example "nachgetragen" or "Stopp". */
  mark?: StatusProps | undefined;
};

function moment(at: TimelineEntry["at"]): Child {
  if (typeof at === "string") return at;
  if (at instanceof Date) return <time datetime={at.toISOString()}>{formatInstant(at)}</time>;
  return <time datetime={at.toString()}>{formatWeekday(at)}</time>;
}

export const Timeline = ({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) => (
  <ol class="aw-timeline" aria-label={label ?? "Verlauf"}>
    {entries.map(({ at, title, text, actor, mark }) => (
      <li class={mark ? `aw-timeline__entry aw-timeline__entry--${mark.kind}` : "aw-timeline__entry"}>
        <p class="aw-timeline__at">
          {moment(at)}
          {actor ? ` · ${actor}` : ""}
        </p>
        <p class="aw-timeline__title">
          {title} {mark ? <Status {...mark} /> : null}
        </p>
        {text ? <div class="aw-timeline__text">{text}</div> : null}
      </li>
    ))}
  </ol>
);

type Task = { href?: string | undefined; title: string; hint?: Child; status: StatusProps };

/** Named tasks of a request, numbered; without `href` the task cannot be opened (yet) and the hint says why. */
export const TaskList = ({ items, label }: { items: readonly Task[]; label?: string }) => (
  <ol class="aw-tasks" aria-label={label ?? "Aufgaben"}>
    {items.map(({ href, title, hint, status }) => (
      <li class="aw-tasks__item">
        <div>
          {href ? (
            <a class="aw-tasks__link" href={href}>
              {title}
            </a>
          ) : (
            title
          )}
          {hint ? <div class="kern-hint">{hint}</div> : null}
        </div>
        <Status {...status} />
      </li>
    ))}
  </ol>
);

export type DerivationStep = { text: Child; norm?: string | undefined; day?: Day | undefined };

/** How a day or state was found (Rechenweg): each step with its norm and, where there is one, the day it leads to. */
export const Derivation = ({ steps, label }: { steps: readonly DerivationStep[]; label?: string }) => (
  <ol class="aw-derivation" aria-label={label ?? "Rechenweg"}>
    {steps.map(({ text, norm, day }) => (
      <li>
        <span class="aw-derivation__text">{text}</span>
        {norm ? <span class="aw-norm">{norm}</span> : null}
        {day ? (
          <time class="aw-derivation__day" datetime={day.toString()}>
            {formatWeekday(day)}
          </time>
        ) : null}
      </li>
    ))}
  </ol>
);

type Step = { label: string; href?: string | undefined; state: "done" | "current" | "open" };

/** Where the user is in a form of several pages. */
export const Steps = ({ steps }: { steps: readonly Step[] }) => (
  <nav aria-label="Schritte">
    <ol class="aw-steps">
      {steps.map(({ label, href, state }) => (
        <li class={`aw-steps__item aw-steps__item--${state}`} aria-current={state === "current" ? "step" : undefined}>
          {href ? <a href={href}>{label}</a> : <span>{label}</span>}
          {state === "done" ? <span class="kern-sr-only"> (erledigt)</span> : null}
        </li>
      ))}
    </ol>
  </nav>
);
