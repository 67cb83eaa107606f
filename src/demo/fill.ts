/** Fills an empty demo database with visibly fictional cases, through the same services that officials use. */
import { createContext } from "../platform/context.ts";
import type { Pool } from "../platform/database/pool.ts";
import { demoAccounts, demoIssuer } from "../platform/demo/accounts.ts";
import { saveOfficer } from "../platform/sign-in/officer.ts";
import { fillAlerts } from "./alerts.ts";
import type { As } from "./as.ts";
import { fillKoblenz } from "./koblenz.ts";
import { fillBochum, workOfKoblenz } from "./neighbours.ts";
import { fillTransferAndCustody } from "./transfer-and-custody.ts";
import { fillWitten } from "./witten.ts";

/** Once for a database; whether it is needed says fill-state.ts. */
export async function fillDemo(pool: Pool): Promise<void> {
  const as = asAccount(pool);
  await Promise.all([fillKoblenz(as).then(() => workOfKoblenz(as)), fillWitten(as)]);
  // Not beside Witten: both write for the same police, and would wait for each other.
  await Promise.all([fillTransferAndCustody(as), fillBochum(as)]);
  await fillAlerts(as, pool);
}

const asAccount = (pool: Pool): As => {
  return async (sub, now = new Date(), role) => {
    const account = demoAccounts.find((candidate) => candidate.sub === sub);
    if (!account) throw new Error(`no demo account ${sub}`);
    const claims = {
      iss: demoIssuer,
      sub,
      name: account.name,
      amtsweg_authority: account.authority,
      amtsweg_roles: account.roles,
    };
    const officer = await saveOfficer(pool, claims);
    if (typeof officer === "string") throw new Error(officer);
    const { officerId, authorityId, roles } = officer;
    return createContext(
      pool,
      { officerId, name: account.name, authorityId, authorityName: authorityId, role: role ?? roles[0] },
      now,
    );
  };
};
