/** The pages before sign-in: start page (in the demo with its accounts) and a refused sign-in. */
import { roleLabels, isRole } from "../../platform/access/matrix.ts";
import type { DemoAccount } from "../../platform/demo/accounts.ts";
import { Alert, Card, LinkButton, Page } from "../../ui/index.ts";

export const SignInRefusedPage = ({ reason }: { reason: string }) => (
  <Page title="Anmeldung nicht möglich" frame={undefined}>
    <Alert kind="danger" title="Sie sind nicht angemeldet.">
      <p class="kern-body">{reason}</p>
    </Alert>
    <LinkButton href="/">Zur Startseite</LinkButton>
  </Page>
);

export type AccountGroup = { authority: string; accounts: readonly DemoAccount[] };

const roleText = (account: DemoAccount): string =>
  account.roles
    .filter(isRole)
    .map((role) => roleLabels[role])
    .join("; ");

const Account = ({ account }: { account: DemoAccount }) => (
  <li>
    <a class="kern-link" href={`/anmelden?konto=${account.sub}`}>
      {account.name}
    </a>
    {` – ${roleText(account)}: ${account.about}`}
  </li>
);

/** Demo: choose an account. Operation: one way to sign in. */
export const StartPage = ({ groups }: { groups: AccountGroup[] | undefined }) => (
  <Page title="Amtsweg" frame={undefined}>
    <p class="kern-body">Rückkehrmanagement zwischen Behörden: Ersuchen, Prüfpunkte, Fristen, Stopp.</p>
    {groups ? <DemoAccounts groups={groups} /> : <LinkButton href="/anmelden">Anmelden</LinkButton>}
  </Page>
);

const DemoAccounts = ({ groups }: { groups: AccountGroup[] }) => (
  <>
    <Alert kind="warning" title="TESTBETRIEB – erfundene Daten">
      <p class="kern-body">Alle Personen und Fälle sind erfunden. Die Behörden sind echt, ihre Telefonnummern nicht.</p>
    </Alert>
    <h2 class="kern-heading-medium">Mit einem Demo-Konto anmelden</h2>
    {groups.map(({ authority, accounts }) => (
      <Card title={authority} level={3}>
        <ul class="kern-list">
          {accounts.map((account) => (
            <Account account={account} />
          ))}
        </ul>
      </Card>
    ))}
  </>
);
