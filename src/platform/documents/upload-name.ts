/** The name of an uploaded file as it may be stored and shown: one line, no path, nothing that hides its ending. */

const mostLetters = 200;

/** Names that Windows keeps for devices, with any ending. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Control characters, reading-order marks and other invisible characters (Cf), private and broken code points. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(invisible, "")
    .replace(/[<>:"|?*]/g, "_")
    .trim();
  const { stem, ending } = splitName(plain);
  const safeStem = stem.replace(/^[. ]+|[. ]+$/g, "") || "Dokument";
  const named = deviceName.test(safeStem) ? `_${safeStem}` : safeStem;
  return cut(named, mostLetters - ending.length) + ending;
}

/** Ending in small letters, without the dot; empty when there is none. */
export const fileEnding = (name: string): string => splitName(name.trim()).ending.slice(1).toLowerCase();

function splitName(name: string): { stem: string; ending: string } {
  const found = /^(.*)(\.[A-Za-z0-9]{1,10})$/s.exec(name);
  return found ? { stem: found[1] ?? "", ending: found[2] ?? "" } : { stem: name, ending: "" };
}

/** Cuts between letters, never inside one: letters of DIN 91379 may have several code points. */
function cut(text: string, most: number): string {
  let result = "";
  for (const { segment } of new Intl.Segmenter("de", { granularity: "grapheme" }).segment(text)) {
    if (result.length + segment.length > most) break;
    result += segment;
  }
  return result;
}
