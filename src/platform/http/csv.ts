/** CSV as Excel in Germany opens it: semicolon, byte order mark, CRLF. A cell can never be taken for a formula. */

const cell = (value: unknown): string => {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvText = (rows: readonly (readonly unknown[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;

/** The file as download. */
export const csvAnswer = (fileName: string, rows: readonly (readonly unknown[])[]): Response =>
  new Response(csvText(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
    },
  });
