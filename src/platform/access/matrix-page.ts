/** The published documentation page of the matrix, made from the same data as the policies. */
import { acts, compartmentLabel, compartments, rightLegend, rightOf, roleLabels, roles, tableRules } from "./matrix.ts";

/** Markdown of docs/domain/zugriffsmatrix.md. */
export function accessMatrixPage(): string {
  const head = `| Rolle | ${compartments.map(compartmentLabel).join(" | ")} |`;
  const rule = `|---|${compartments.map(() => "---").join("|")}|`;
  const rows = roles.map(
    (role) => `| ${roleLabels[role]} (\`${role}\`) | ${compartments.map((name) => rightOf(role, name)).join(" | ")} |`,
  );
  const legend = Object.entries(rightLegend).map(([right, text]) => `- \`${right}\`: ${text}`);
  const tables = Object.entries(tableRules).map(
    ([table, { scope, compartment, appendOnly, rows, writers }]) =>
      `| \`${table}\` | ${[compartment, ...(rows?.of ?? [])].map(compartmentLabel).join("; einzelne Zeilen zusätzlich: ")} | \`${scope}\` | ${appendOnly ? "ja" : "nein"}${writers ? `, nur ${writers.map((role) => roleLabels[role]).join(", ")}` : ""} |`,
  );
  const doors = Object.values(acts).map(
    (act) =>
      `| ${act.label} | ${act.roles.map((role) => roleLabels[role]).join(", ")} | \`${act.writes}\` durch \`${act.function}\` | ${act.why} |`,
  );
  return `<!-- Made by \`npm run generate\` from data/access-matrix.json. Do not edit. -->
# Zugriffsmatrix: wer was sieht

Aus derselben Datei entstehen die Zeilenregeln der Datenbank (Row-Level Security) und die Tests.
Eine Behörde sieht einen Fall nur, solange sie zuständig oder Adressatin eines offenen Ersuchens ist.

${[head, rule, ...rows].join("\n")}

${legend.join("\n")}

## Handlungen neben den Fächern

„legal W“ der Leitung heißt freigeben und Fälle führen, soweit eine Seite es anbietet; Rechtsereignisse und Hindernisse erfasst die
Sachbearbeitung. Eine Maßnahme gibt nur die Leitung frei (domain.md 5.5: „W approve“), zwei verschiedene Personen (G30).

| Handlung | Rollen | schreibt | warum |
|---|---|---|---|
${doors.join("\n")}

## Tabellen

| Tabelle | Bereich | Regel | nur anfügen |
|---|---|---|---|
${tables.join("\n")}
`;
}
