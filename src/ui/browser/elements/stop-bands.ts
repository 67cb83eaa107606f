/** Puts stop signals and alerts that came while the page was open at its top, at once and with role alert. */

const keyOf = (band: Element): string =>
  `${band.querySelector("a")?.getAttribute("href") ?? ""} ${band.textContent?.trim() ?? ""}`;

/** Takes over the bands of the fresh page; new ones are announced, answered ones go. */
export function updateBands(fresh: Document): void {
  for (const id of ["stopp-signale", "fristalarme"]) updateRegion(fresh, `#${id}`);
}

function updateRegion(fresh: Document, selector: string): void {
  const region = document.querySelector<HTMLElement>(selector);
  const source = fresh.querySelector(selector);
  if (!region || !source) return;
  const known = new Set([...region.children].map(keyOf));
  const bands = [...source.children].map((band) => document.importNode(band, true));
  region.hidden = bands.length === 0;
  const kept = new Map([...region.children].map((band) => [keyOf(band), band]));
  region.replaceChildren(...bands.map((band) => kept.get(keyOf(band)) ?? band));
  for (const band of bands.filter((each) => !known.has(keyOf(each)))) band.setAttribute("role", "alert");
}
