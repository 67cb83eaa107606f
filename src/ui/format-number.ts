/** How numbers, money, file sizes and lists read in German. Keys such as AGS or postcodes are text and never come here. */

const narrow = "\u202f";
const noBreak = "\u00a0";

function group(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

function decimal(value: number, decimals: number, separator: string): string {
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const isZero = Number(whole) === 0 && Number(fraction ?? 0) === 0;
  const sign = value < 0 && !isZero ? "−" : "";
  return sign + group(whole, separator) + (fraction ? `,${fraction}` : "");
}

/** `33 717` with a narrow no-break space, `0,5` with one decimal. */
export const formatNumber = (value: number, decimals = 0): string => decimal(value, decimals, narrow);

/** `1.250,00 EUR` from whole cents. */
export const formatMoney = (cents: number): string => `${decimal(cents / 100, 2, ".")}${noBreak}EUR`;

/** `12,5 %` from a share between 0 and 1. */
export const formatShare = (share: number, decimals = 1): string => `${formatNumber(share * 100, decimals)}${noBreak}%`;

/** `640 Byte`, `1,4 MB`; powers of 1000 as file managers show them. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}${noBreak}Byte`;
  const units = ["kB", "MB", "GB", "TB"];
  let value = bytes / 1000;
  let unit = 0;
  while (Math.round(value * 10) / 10 >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const text = formatNumber(value, value < 10 ? 1 : 0).replace(/,0$/, "");
  return `${text}${noBreak}${units[unit] ?? ""}`;
}

/** `a, b und c` */
export function germanList(items: readonly string[], last = "und"): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1) ?? ""}`;
}
