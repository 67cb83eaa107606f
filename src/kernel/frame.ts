/** What surrounds every page of a signed-in officer. Made by the web edge; pages only pass it on. */

export type NavItem = { href: string; label: string; count?: string | undefined; current: boolean };

/** Single keys: off, only in lists (default), everywhere. WCAG 2.1.4 asks for the switch. */
export type SingleKeys = "off" | "lists" | "everywhere";

export type Settings = {
  /** Without it the page follows the system. */
  theme?: "light" | "dark" | undefined;
  density?: "comfortable" | "compact" | undefined;
  singleKeys?: SingleKeys | undefined;
};

export type Frame = {
  officerName: string;
  authorityName: string;
  roleLabel: string;
  /** Further roles of the officer; one is active at a time. */
  otherRoles?: readonly { role: string; label: string }[] | undefined;
  /** Shows the band „TESTBETRIEB – erfundene Daten“. */
  demo: boolean;
  /** The cases of the demo are still being made. */
  isFilling?: boolean | undefined;
  nav: readonly NavItem[];
  /** Stop signals this officer must see now. Text is neutral: never personal data. */
  stopBands: readonly { href: string; text: string }[];
  /** Expired deadlines that this officer must see until somebody has acknowledged them; neutral text. */
  alertBands?: readonly { href: string; text: string }[] | undefined;
  /** „5 weitere Fristalarme“ */
  moreAlerts?: string | undefined;
  now: Date;
  version: string;
  /** „Bereitschaft jetzt“: who answers tonight, as text. */
  onCall?: string | undefined;
  settings?: Settings | undefined;
  /** When the session ends without a further request; the browser warns five minutes before. */
  sessionEnds?: Date | undefined;
};
