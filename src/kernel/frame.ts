/** What every page shows around its content: who is signed in, where one can go, which stops are open. */
export type NavItem = { href: string; label: string; count?: number; current: boolean };

export type Frame = {
  officerName: string;
  authorityName: string;
  roleLabel: string;
  demo: boolean;
  nav: NavItem[];
  stopBands: { href: string; text: string }[];
  now: Date;
  version: string;
  singleKeys: string;
  density: string;
  sessionExpiresAt: Date;
};
