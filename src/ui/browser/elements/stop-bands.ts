/** Puts stop signals that came while the page was open at its top, at once and with role alert. Never removes one silently. */

const keyOf = (band: Element): string =>
  `${band.querySelector("a")?.getAttribute("href") ?? ""} ${band.textContent?.trim() ?? ""}`;

/** Takes over the bands of the fresh page; new ones are announced, answered ones go. */
export function updateStopBands(fresh: Document): void {
  const region = document.querySelector<HTMLElement>("#stopp-signale");
  const source = fresh.querySelector("#stopp-signale");
  if (!region || !source) return;
  const known = new Set([...region.children].map(keyOf));
  const bands = [...source.children].map((band) => document.importNode(band, true));
  region.hidden = bands.length === 0;
  const kept = new Map([...region.children].map((band) => [keyOf(band), band]));
  region.replaceChildren(...bands.map((band) => kept.get(keyOf(band)) ?? band));
  for (const band of bands.filter((each) => !known.has(keyOf(each)))) band.setAttribute("role", "alert");
}
