/** The start page before sign-in; in the demo with its accounts. */
import { isRole, roleLabels } from "../../platform/access/matrix.ts";
import type { AccountGroup, DemoAccount } from "../../platform/demo/accounts.ts";
import { Alert, Card, LinkButton, Page } from "../../ui/index.ts";

const roleText = (account: DemoAccount): string =>
  account.roles
    .filter(isRole)
    .map((role) => roleLabels[role])
    .join("; ");

const after = (returnTo: string | undefined): string => (returnTo ? `&weiter=${encodeURIComponent(returnTo)}` : "");

const Account = ({ account, returnTo }: { account: DemoAccount; returnTo: string | undefined }) => (
  <li>
    <a class="kern-link" href={`/anmelden?konto=${account.sub}${after(returnTo)}`}>
      {account.name}
    </a>
    {` – ${account.about} `}
    <small class="kern-hint">({roleText(account)})</small>
  </li>
);

/** Demo: choose an account. Operation: one way to sign in. */
type StartPageProps = { groups: readonly AccountGroup[] | undefined; isFilling: boolean; returnTo: string | undefined };

export const StartPage = ({ groups, isFilling, returnTo }: StartPageProps) => (
  <Page title="Amtsweg" frame={undefined}>
    <p class="kern-body">Rückkehrmanagement zwischen Behörden: Ersuchen, Prüfpunkte, Fristen, Stopp.</p>
    {groups ? (
      <DemoAccounts groups={groups} isFilling={isFilling} returnTo={returnTo} />
    ) : (
      <LinkButton href={`/anmelden?${after(returnTo).slice(1)}`}>Anmelden</LinkButton>
    )}
  </Page>
);

type DemoAccountsProps = { groups: readonly AccountGroup[]; isFilling: boolean; returnTo: string | undefined };

const DemoAccounts = ({ groups, isFilling, returnTo }: DemoAccountsProps) => (
  <>
    <Alert kind="warning" title="TESTBETRIEB – erfundene Daten">
      <p class="kern-body">Alle Personen und Fälle sind erfunden. Die Behörden sind echt, ihre Telefonnummern nicht.</p>
      {isFilling ? <p class="kern-body">Die Beispielfälle werden noch angelegt. Das dauert einige Sekunden.</p> : null}
    </Alert>
    <h2 class="kern-heading-medium">Mit einem Demo-Konto anmelden</h2>
    {groups.map(({ authority, accounts }) => (
      <Card title={authority} level={3}>
        <ul class="kern-list">
          {accounts.map((account) => (
            <Account account={account} returnTo={returnTo} />
          ))}
        </ul>
      </Card>
    ))}
  </>
);
