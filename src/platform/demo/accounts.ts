/** The visibly fictional accounts of the demo, by authority and role. They exist in demo mode only. */
import accounts from "../../../data/demo/accounts.json" with { type: "json" };

export type DemoAccount = { sub: string; name: string; authority: string; roles: string[]; about: string };

export const demoAccounts: readonly DemoAccount[] = accounts;

/** Issuer under which the officers of the demo are stored, whatever address the demo runs on. */
export const demoIssuer = "demo";

/** Where the provider of the demo answers, below the address of Amtsweg. */
export const demoIssuerPath = "/demo-anmeldung";
