/** The connection line: says when the page last heard from the server, and that it does not any more. */
import { hideMessage, showMessage } from "./messages.ts";

const clock = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", timeStyle: "medium" });
const shortClock = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", timeStyle: "short" });

let heard = new Date();

function write(state: string, time: string, lost: boolean): void {
  const line = document.querySelector<HTMLElement>("[data-connection]");
  line?.toggleAttribute("data-lost", lost);
  const sign = line?.querySelector("[data-connection-state]");
  if (sign) sign.textContent = state;
  const at = line?.querySelector("time");
  if (!at) return;
  at.textContent = time;
  at.dateTime = heard.toISOString();
}

export function connected(): void {
  heard = new Date();
  hideMessage("connection");
  write("● verbunden · ", clock.format(heard), false);
}

export function disconnected(): void {
  const time = shortClock.format(heard);
  write("▲ Verbindung unterbrochen, ", time, true);
  showMessage("connection", `Verbindung unterbrochen, Stand ${time}. Die Angaben können überholt sein.`, {
    kind: "warning",
  });
}
