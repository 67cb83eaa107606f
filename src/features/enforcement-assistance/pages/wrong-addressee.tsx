/** Says that the plan has moved away from the addressee of a draft; `children` are the way out of it. */
import type { Child } from "hono/jsx";
import { Alert } from "../../../ui/index.ts";
import type { Misaddressed } from "../addressee.ts";

export const WrongAddressee = ({ text, children }: Pick<Misaddressed, "text"> & { children: Child }) => (
  <Alert
    kind="danger"
    title="Der Empfänger ist für den Einsatzort nicht zuständig. So wird das Ersuchen nicht gesendet."
  >
    <p class="kern-body">{text}</p>
    {children}
  </Alert>
);
