/** Warns five minutes before the session ends. Keeps no draft in the browser: personal data stay on the server. */
import { fetchFreshPage } from "./fresh-page.ts";
import { showMessage } from "./messages.ts";

const warnBeforeMs = 5 * 60_000;
const checkEveryMs = 15_000;

const endsAt = (): number => Date.parse(document.documentElement.dataset["sessionEnds"] ?? "");

let warnedFor = 0;

async function extend(before: number): Promise<void> {
  await fetchFreshPage();
  if (endsAt() > before) return;
  showMessage("session", "Die Sitzung lässt sich nicht verlängern. Bitte speichern Sie und melden Sie sich neu an.", {
    kind: "warning",
  });
}

function check(): void {
  const ends = endsAt();
  const left = ends - Date.now();
  if (Number.isNaN(ends) || left > warnBeforeMs || warnedFor === ends) return;
  warnedFor = ends;
  const minutes = Math.max(0, Math.ceil(left / 60_000));
  const when = minutes === 0 ? "Ihre Sitzung ist abgelaufen." : `Ihre Sitzung endet in ${minutes} Min.`;
  showMessage("session", `${when} Nicht gespeicherte Eingaben gehen verloren.`, {
    kind: "warning",
    button: { label: "Angemeldet bleiben", onClick: () => void extend(ends) },
  });
}

/** Asks the clock again and again instead of waiting once: a sleeping computer stops timers. */
export function watchSession(): void {
  if (Number.isNaN(endsAt())) return;
  check();
  setInterval(check, checkEveryMs);
}
