/** Durations as officials write them ("6 Monate", "14 Tage") and as they are stored (`P6M`, `P14D`). Months and days are never mixed. */

const units: Readonly<Record<string, string>> = {
  tag: "D",
  tage: "D",
  woche: "W",
  wochen: "W",
  monat: "M",
  monate: "M",
  jahr: "Y",
  jahre: "Y",
};

const german = /^(\d{1,4})\s*([a-z]+)$/i;
const iso = /^P\d{1,4}[DWMY]$/;

/** One number and one unit: a period is counted in one of them (§ 188 BGB). */
export function readDuration(text: string, label: string): { value: string } | { message: string } {
  const wrong = { message: `Schreiben Sie die Dauer wie „6 Monate“ oder „14 Tage“: ${label}.` };
  if (iso.test(text)) return /^P0+[DWMY]$/.test(text) ? wrong : { value: text };
  const [, amount = "0", word = ""] = german.exec(text) ?? [];
  const unit = units[word.toLowerCase()];
  return unit && Number(amount) >= 1 ? { value: `P${Number(amount)}${unit}` } : wrong;
}

const words: Readonly<Record<string, readonly [string, string]>> = {
  D: ["Tag", "Tage"],
  W: ["Woche", "Wochen"],
  M: ["Monat", "Monate"],
  Y: ["Jahr", "Jahre"],
};

/** `P6M` → "6 Monate"; anything else as it stands. */
export function durationText(length: string): string {
  const [, amount = "", unit = ""] = /^P(\d+)([DWMY])$/.exec(length) ?? [];
  const [one, many] = words[unit] ?? [];
  if (one === undefined || many === undefined) return length;
  return `${amount} ${amount === "1" ? one : many}`;
}
