/** What a caller sees whose sign-in was refused. */
import { Alert, LinkButton, Page } from "../../ui/index.ts";

export const SignInRefusedPage = ({ reason }: { reason: string }) => (
  <Page title="Anmeldung nicht möglich" frame={undefined}>
    <Alert kind="danger" title="Sie sind nicht angemeldet.">
      <p class="kern-body">{reason}</p>
    </Alert>
    <LinkButton href="/">Zur Startseite</LinkButton>
  </Page>
);
