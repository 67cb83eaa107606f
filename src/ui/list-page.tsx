/** Tabs, filter, pages and export of a list. Everything lies in the address line and works without script. */
import type { Child } from "hono/jsx";
import { formatNumber } from "./format-number.ts";

type Active = { label: string; removeHref: string };

type FilterBarProps = {
  action: string;
  children: Child;
  /** Filters that are set now; each can be taken away alone. */
  active: readonly Active[];
  /** Takes all away; without it only single ones can be removed. */
  resetHref?: string | undefined;
};

export const FilterBar = ({ action, children, active, resetHref }: FilterBarProps) => (
  <search class="aw-filter">
    <form class="aw-filter__form" method="get" action={action} aria-label="Liste filtern" data-filter="">
      {children}
      <button type="submit" class="kern-btn kern-btn--secondary">
        <span class="kern-label">Filtern</span>
      </button>
    </form>
    {active.length === 0 ? null : (
      <div class="aw-filter__active">
        <span id="aktive-filter">Aktive Filter:</span>
        <ul aria-labelledby="aktive-filter">
          {active.map(({ label, removeHref }) => (
            <li>
              <a class="aw-chip" href={removeHref}>
                {label}
                <span aria-hidden="true"> ×</span>
                <span class="kern-sr-only"> – Filter entfernen</span>
              </a>
            </li>
          ))}
        </ul>
        {resetHref ? <a href={resetHref}>Alle Filter entfernen</a> : null}
      </div>
    )}
  </search>
);

/** First, last, the current page and its neighbours; 0 stands for a gap. */
export function pagesToShow(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((each, index) => (index > 0 && each - (shown[index - 1] ?? 0) > 1 ? [0, each] : [each]));
}

export const Pager = ({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) =>
  pages <= 1 ? null : (
    <nav class="aw-pager" aria-label="Seiten der Liste">
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          ‹ Vorherige
        </a>
      ) : null}
      <ol>
        {pagesToShow(page, pages).map((each) => (
          <li>
            {each === 0 ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a href={href(each)} aria-label={`Seite ${each}`} aria-current={each === page ? "page" : undefined}>
                {each}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          Nächste ›
        </a>
      ) : null}
    </nav>
  );

type Tab = {
  href: string;
  label: string;
  count?: number | string | undefined;
  current: boolean;
  /** A letter beside the digit of its place. */
  hotkey?: string | undefined;
};

const countText = (count: number | string): string => (typeof count === "number" ? formatNumber(count) : count);

/** Links that look like tabs; each is a page of its own. */
export const ListTabs = ({ tabs, label }: { tabs: readonly Tab[]; label?: string }) => (
  <nav class="aw-tabs" aria-label={label ?? "Ansichten"}>
    <ul>
      {tabs.map((tab, index) => (
        <li>
          <a
            href={tab.href}
            aria-current={tab.current ? "page" : undefined}
            data-key={index < 9 ? index + 1 : undefined}
            data-key-also={tab.hotkey}
            data-key-label={tab.label}
          >
            {tab.label}
            {tab.count === undefined ? null : <span class="aw-count"> {countText(tab.count)}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

type ExportLinksProps = { csvHref: string; xlsxHref?: string | undefined; printHint?: boolean | undefined };

export const ExportLinks = ({ csvHref, xlsxHref, printHint }: ExportLinksProps) => (
  <p class="aw-export">
    <a href={csvHref} download="">
      Als CSV-Datei
    </a>
    {xlsxHref ? (
      <a href={xlsxHref} download="">
        Als Excel-Datei
      </a>
    ) : null}
    {printHint ? <span>Drucken: Strg+P gibt die Liste wie angezeigt aus.</span> : null}
  </p>
);
