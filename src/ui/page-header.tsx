/** Top of every page, in the same order everywhere (WCAG 3.2.6): skip links, search, help, sign-out, connection, demo band. */
import { formatInstant } from "./format.ts";
import type { Frame } from "./frame.ts";

export const SkipLinks = ({ signedIn }: { signedIn: boolean }) => (
  <nav class="aw-skip" aria-label="Sprungmarken">
    <a href="#inhalt">Zum Inhalt</a>
    {signedIn ? <a href="#suche">Zur Suche</a> : null}
  </nav>
);

const Search = () => (
  <search class="aw-search">
    <form method="post" action="/suche">
      <label>
        <span class="kern-sr-only">Suche nach Aktenzeichen, Namen oder Nummer</span>
        <input
          id="suche"
          name="q"
          type="search"
          autocomplete="off"
          placeholder="Suchen (Strg+K)"
          aria-keyshortcuts="Control+K"
        />
      </label>
      <button type="submit">Suchen</button>
    </form>
  </search>
);

const OfficerMenu = ({ frame }: { frame: Frame }) => (
  <details class="aw-officer">
    <summary>
      <span class="kern-sr-only">Menü von </span>
      {frame.officerName}
    </summary>
    <div class="aw-officer__menu">
      <p>
        {frame.authorityName}
        <br />
        {frame.roleLabel}
      </p>
      {frame.otherRoles?.map(({ role, label }) => (
        <form method="post" action="/rolle">
          <button type="submit" class="kern-btn kern-btn--secondary" name="rolle" value={role}>
            <span class="kern-label">Rolle wechseln: {label}</span>
          </button>
        </form>
      ))}
      <a href="/einstellungen">Einstellungen</a>
      <form method="post" action="/abmelden">
        <button type="submit" class="kern-btn kern-btn--secondary">
          <span class="kern-label">Abmelden</span>
        </button>
      </form>
    </div>
  </details>
);

/** Connection line: without script it says when the page was made, with script whether the line is still there. */
const Connection = ({ frame }: { frame: Frame }) => (
  <div class="aw-connection">
    <p data-connection="">
      <span data-connection-state="" />
      Stand <time datetime={frame.now.toISOString()}>{formatInstant(frame.now)}</time>
    </p>
    {frame.onCall ? <p>Bereitschaft jetzt: {frame.onCall}</p> : null}
  </div>
);

const DemoBanner = ({ isFilling }: { isFilling: boolean | undefined }) => (
  <p class="aw-demo">
    <strong>TESTBETRIEB</strong> – erfundene Daten
    {isFilling ? ". Die Beispielfälle werden noch angelegt, die Listen sind noch nicht vollständig." : null}
  </p>
);

export const PageHeader = ({ frame }: { frame: Frame | undefined }) => (
  <header class="aw-header">
    <div class="aw-header__bar">
      {frame ? (
        <button type="button" class="aw-menu-button" popovertarget="navigation">
          <span aria-hidden="true">☰</span> Menü
        </button>
      ) : null}
      <p class="aw-brand">
        <a href="/">
          <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path
              d="M4 27 13 5h6l9 22M8 19h13l-4-4m4 4-4 4"
              fill="none"
              stroke="currentColor"
              stroke-width="3.4"
              stroke-linecap="round"
              stroke-linejoin="round"
            />
          </svg>
          Amtsweg
        </a>
        {frame ? <span class="aw-brand__authority">{frame.authorityName}</span> : null}
      </p>
      {frame ? <Search /> : null}
      <a class="aw-help" href="/hilfe">
        <span aria-hidden="true">?</span> Hilfe
      </a>
      {frame ? <OfficerMenu frame={frame} /> : null}
    </div>
    {frame ? <Connection frame={frame} /> : null}
    {frame?.demo ? <DemoBanner isFilling={frame.isFilling} /> : null}
  </header>
);
