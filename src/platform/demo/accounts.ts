/** The visibly fictional accounts of the demo, by authority and role. They exist in demo mode only. */
import authorities from "../../../data/demo/accounts.json" with { type: "json" };

export type DemoAccount = { sub: string; name: string; authority: string; roles: string[]; about: string };

export type AccountGroup = { authority: string; accounts: readonly DemoAccount[] };

/** By the name of each authority, which the start page shows before the directory is read. */
export const demoAccountGroups: readonly AccountGroup[] = authorities.map(({ authority, name, accounts }) => ({
  authority: name,
  accounts: accounts.map((account) => ({ ...account, authority })),
}));

export const demoAccounts: readonly DemoAccount[] = demoAccountGroups.flatMap(({ accounts }) => accounts);

/** Issuer under which the officers of the demo are stored, whatever address the demo runs on. */
export const demoIssuer = "demo";

/** Where the provider of the demo answers, below the address of Amtsweg. */
export const demoIssuerPath = "/demo-anmeldung";
