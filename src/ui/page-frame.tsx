/** The parts around the main region that are not its header: navigation, stop bands, head of each printed sheet, foot. */
import { formatInstant } from "./format.ts";
import type { Frame, NavItem } from "./frame.ts";

/** g, then this letter (German words, German keyboard). */
const goKeys: Record<string, string> = {
  Arbeitsvorrat: "a",
  Fälle: "f",
  Ersuchen: "e",
  Transporte: "t",
  Lage: "l",
  Fristen: "r",
  Fallkonferenz: "k",
  Berichte: "b",
};

export const SideNavigation = ({ items }: { items: readonly NavItem[] }) => (
  <nav class="aw-nav" id="navigation" aria-label="Hauptnavigation" popover="auto">
    <button type="button" class="aw-nav__close" popovertarget="navigation" popovertargetaction="hide">
      <span aria-hidden="true">×</span> Menü schließen
    </button>
    <ul>
      {items.map(({ href, label, count, current }) => (
        <li>
          <a
            href={href}
            aria-current={current ? "page" : undefined}
            data-key={goKeys[label] ? `g ${goKeys[label]}` : undefined}
            data-key-label={label}
          >
            <span>{label}</span>
            {count ? (
              <span class="aw-count">
                {count}
                <span class="kern-sr-only"> offen</span>
              </span>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** Signals that came while the page was open are added by script, with role alert. */
export const StopBands = ({ bands }: { bands: Frame["stopBands"] }) => (
  <section class="aw-stops" id="stopp-signale" aria-label="Stopp-Signale" hidden={bands.length === 0}>
    {bands.map(({ href, text }) => (
      <p class="aw-stop">
        <span class="aw-sign" aria-hidden="true">
          ▲
        </span>
        <span>
          <strong>STOPP-SIGNAL</strong> · {text}
        </span>
        <a href={href}>Ansehen</a>
      </p>
    ))}
  </section>
);

/** Expired deadlines: quieter than a stop, and there until somebody has acknowledged them. */
export const AlertBands = ({ bands, more }: { bands: Frame["alertBands"]; more: string | undefined }) => (
  <section class="aw-stops" id="fristalarme" aria-label="Fristalarme" hidden={!bands || bands.length === 0}>
    {bands?.map(({ href, text }) => (
      <p class="aw-stop aw-stop--alert">
        <span class="aw-sign" aria-hidden="true">
          ■
        </span>
        <span>
          <strong>FRIST ABGELAUFEN</strong> · {text}
        </span>
        <a href={href}>Ansehen und bestätigen</a>
      </p>
    ))}
    {more ? (
      <p class="aw-stop__more">
        <a href="/fristalarme">{more}</a>
      </p>
    ) : null}
  </section>
);

type PrintHeadProps = { frame: Frame; fileNumber?: string | undefined; secret?: boolean | undefined };

/** Only on paper, repeated on each sheet. */
export const PrintHead = ({ frame, fileNumber, secret }: PrintHeadProps) => (
  <div class="aw-print-head" aria-hidden="true">
    <p>
      <span>
        {frame.authorityName}
        {fileNumber ? <b> · Az. {fileNumber}</b> : null}
      </span>
      {secret ? <strong>Geheim: § 97a AufenthG</strong> : null}
      <span>
        gedruckt am <span data-printed-at="">{formatInstant(frame.now)}</span> von {frame.officerName}
      </span>
    </p>
  </div>
);

export const PageFooter = ({ version }: { version?: string | undefined }) => (
  <footer class="aw-footer">
    <ul>
      <li>
        <a href="/barrierefreiheit">Barrierefreiheit</a>
      </li>
      <li>
        <a href="/barriere-melden">Barriere melden</a>
      </li>
      <li>
        <a href="/datenschutz">Datenschutz</a>
      </li>
      <li>
        <a href="/ueber">Über (Datenquellen)</a>
      </li>
      {version ? <li>Version {version}</li> : null}
    </ul>
  </footer>
);
