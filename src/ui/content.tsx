/** Blocks of a page: card, notice, facts, columns. Each is plain HTML with one heading level the caller may choose. */
import type { Child } from "hono/jsx";
import type { StatusKind } from "./status.tsx";
import { formatMoney, formatNumber } from "./format-number.ts";

type Level = 2 | 3 | 4;

export const Heading = ({ level, children, id }: { level: Level; children: Child; id?: string }) => {
  const Tag = `h${level}` as const;
  return (
    <Tag class={`aw-h${level}`} id={id}>
      {children}
    </Tag>
  );
};

type CardProps = { title: Child; level?: Level | undefined; actions?: Child; id?: string | undefined; children: Child };

export const Card = ({ title, level = 2, actions, id, children }: CardProps) => (
  <section class="aw-card" id={id}>
    <div class="aw-card__head">
      <Heading level={level}>{title}</Heading>
      {actions ? <div class="aw-buttons">{actions}</div> : null}
    </div>
    <div class="aw-card__body">{children}</div>
  </section>
);

/** A card without frame, for groups of facts inside a card or beside each other. */
type PanelProps = { title: Child; level?: Level; layout?: "stack" | "row"; children: Child };

export const Panel = ({ title, level = 3, layout = "stack", children }: PanelProps) => (
  <section class={layout === "row" ? "aw-panel aw-panel--row" : "aw-panel"}>
    <Heading level={level}>{title}</Heading>
    {children}
  </section>
);

const alertSigns: Record<StatusKind, { sign: string; word: string }> = {
  neutral: { sign: "●", word: "Hinweis" },
  info: { sign: "i", word: "Hinweis" },
  success: { sign: "✓", word: "Erledigt" },
  warning: { sign: "▲", word: "Achtung" },
  danger: { sign: "■", word: "Wichtig" },
};

type AlertProps = {
  kind: StatusKind;
  title: Child;
  children?: Child;
  /** For a notice about what the user has just done: read out at once, but politely. */
  announce?: boolean | undefined;
};

export const Alert = ({ kind, title, children, announce }: AlertProps) => (
  <div class={`aw-alert aw-alert--${kind}`} role={announce ? "status" : undefined}>
    <p class="aw-alert__title">
      <span class="aw-sign" aria-hidden="true">
        {alertSigns[kind].sign}
      </span>
      <span class="kern-sr-only">{alertSigns[kind].word}: </span>
      <span>{title}</span>
    </p>
    {children ? <div class="aw-alert__body">{children}</div> : null}
  </div>
);

type DescriptionItem = { term: string; value: Child; changeHref?: string | undefined };

export const DescriptionList = ({ items }: { items: readonly DescriptionItem[] }) => (
  <dl class="aw-facts">
    {items.map(({ term, value, changeHref }) => (
      <div class="aw-facts__row">
        <dt>{term}</dt>
        <dd>{value}</dd>
        {changeHref ? (
          <dd class="aw-facts__change">
            <a href={changeHref}>
              Ändern<span class="kern-sr-only">: {term}</span>
            </a>
          </dd>
        ) : null}
      </div>
    ))}
  </dl>
);

export const Disclosure = ({ summary, open, children }: { summary: Child; open?: boolean; children: Child }) => (
  <details class="aw-disclosure" open={open}>
    <summary>{summary}</summary>
    <div class="aw-disclosure__body">{children}</div>
  </details>
);

/** Beside each other on a wide screen: equal parts, or `main` with a narrower second column. */
export const Columns = ({ layout = "equal", children }: { layout?: "equal" | "main-aside"; children: Child }) => (
  <div class={`aw-columns aw-columns--${layout}`}>{children}</div>
);

/** Who or what this page is about: facts in one strip, actions at its end. */
export const IdentityBar = ({
  items,
  actions,
  label,
}: {
  items: readonly Child[];
  actions?: Child;
  label?: string;
}) => (
  <section class="aw-identity" aria-label={label ?? "Angaben zum Vorgang"}>
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
    {actions ? <div class="aw-buttons">{actions}</div> : null}
  </section>
);

type EmptyStateProps = { title: string; children?: Child; action?: Child };

export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div class="aw-empty">
    <p class="aw-empty__title">{title}</p>
    {children ? <div>{children}</div> : null}
    {action ? <div class="aw-buttons">{action}</div> : null}
  </div>
);

export const Money = ({ cents }: { cents: number }) => <span class="aw-num">{formatMoney(cents)}</span>;
export const Num = ({ value, decimals }: { value: number; decimals?: number }) => (
  <span class="aw-num">{formatNumber(value, decimals ?? 0)}</span>
);
