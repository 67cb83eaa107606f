/** Finds the sign between the values of a CSV file from its first records; never from the name of the file. */

export type Delimiter = ";" | "," | "\t";
const candidates: Delimiter[] = [";", ",", "\t"];

/** Excel's own first line `sep=;`, which is no part of the table. */
export const separatorLine = /^sep=([;,\t])\r?\n?/i;

/** The candidate that cuts the records evenly, and among those the one that cuts most often. */
export function detectDelimiter(text: string): Delimiter {
  const records = firstRecords(text, 50);
  const rated = candidates.map((delimiter) => ({ delimiter, ...rate(delimiter, records) }));
  rated.sort((a, b) => Number(b.isEven) - Number(a.isEven) || b.usual - a.usual);
  return rated[0]?.delimiter ?? ";";
}

function rate(delimiter: Delimiter, records: string[]): { isEven: boolean; usual: number } {
  const counts = records.map((record) => record.split(delimiter).length - 1).sort((a, b) => a - b);
  const usual = counts[Math.floor(counts.length / 2)] ?? 0;
  const even = counts.filter((count) => count === usual).length;
  return { isEven: usual > 0 && even >= counts.length * 0.8, usual };
}

/** Records without their quoted values, so that a comma or a line break inside quotes does not count. */
function firstRecords(text: string, limit: number): string[] {
  const sample = text.slice(0, 200_000).replace(/"(?:[^"]|"")*"/g, "");
  return sample
    .split(/\r\n|\n|\r/)
    .filter((record) => record.trim() !== "")
    .slice(0, limit);
}
