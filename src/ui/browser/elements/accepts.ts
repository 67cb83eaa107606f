/** Whether a file fits what a field accepts. Only spares a wasted upload; the server decides. */

type FileFacts = { name: string; type: string; size: number };

/** `accept` as in HTML: `.pdf,image/*,application/pdf`; empty accepts everything. */
export function accepts(accept: string, file: Pick<FileFacts, "name" | "type">): boolean {
  const rules = accept
    .split(",")
    .map((rule) => rule.trim().toLowerCase())
    .filter(Boolean);
  const type = file.type.toLowerCase();
  return (
    rules.length === 0 ||
    rules.some((rule) => {
      if (rule.startsWith(".")) return file.name.toLowerCase().endsWith(rule);
      return rule.endsWith("/*") ? type.startsWith(rule.slice(0, -1)) : type === rule;
    })
  );
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toLocaleString("de-DE", { maximumFractionDigits: 1 });

/** What is wrong with the file and what to do, or undefined. */
export function problemOf(file: FileFacts, accept: string, maxBytes: number): string | undefined {
  if (!accepts(accept, file))
    return `»${file.name}« wurde nicht übernommen: Diese Art von Datei ist hier nicht zulässig. Bitte wählen Sie eine andere (${accept}).`;
  if (maxBytes > 0 && file.size > maxBytes)
    return `»${file.name}« wurde nicht übernommen: Die Datei ist ${megabytes(file.size)} MB groß, zulässig sind ${megabytes(maxBytes)} MB. Bitte teilen oder verkleinern Sie sie.`;
  return undefined;
}
